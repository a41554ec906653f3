using System.Globalization;
using SalesRules.Snapshots;
using static SalesRules.Tests.Expressions.Conditions;

namespace SalesRules.Tests.Expressions;

/// <summary>What an expression says of a deal.</summary>
public class ExpressionTests
{
    private static readonly ADeal Deal = ADeal.InStage("POV").Scored(2, 1, 2, 0, null).Forecast("Commit").With(deal => deal with
    {
        Amount = 250_000m,
        NextStep = "Send the order form",
        LeadSource = null,
        LastActivityDate = null,
        IsClosed = false,
        CreatedDate = new DateTimeOffset(2026, 1, 10, 23, 30, 0, TimeSpan.Zero),
        LastStageChangeDate = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero),
        CloseChecklist = "Security review;Legal; Budget",
        PovSe = ADeal.Manager,
    });

    // Numbers
    [TestCase("Amount = 250000", true)]
    [TestCase("Amount = 250000.00", true)]
    [TestCase("Amount != 250000", false)]
    [TestCase("Amount > 250000", false)]
    [TestCase("Amount >= 250000", true)]
    [TestCase("Amount < 250000.01", true)]
    [TestCase("Amount <= 249999.99", false)]
    [TestCase("Amount * 2 - 100000 / 4 = 475000", true)]
    [TestCase("-Amount < 0", true)]
    [TestCase("- - Amount > 0", true)]
    [TestCase("Amount in (100, 250000)", true)]
    [TestCase("Amount not in (100, -5)", true)]
    [TestCase("Probability / 3 * 3 = 90", true)]
    // Texts, in any case
    [TestCase("StageName = 'POV'", true)]
    [TestCase("StageName = \"pov\"", true)]
    [TestCase("StageName != 'Discovery'", true)]
    [TestCase("Name = 'ACME'", true)]
    [TestCase("Name in ('beta', 'acme')", true)]
    [TestCase("Name not in ('beta', 'acme')", false)]
    [TestCase("Name = 'it''s'", false)]
    [TestCase("Name = \"a \"\"quoted\"\" text\"", false)]
    // Ids, of 15 or 18 characters
    [TestCase("POV_SE__c = '005xx000001Sv6B'", true)]
    [TestCase("'005xx000001Sv6A' != POV_SE__c", true)]
    [TestCase("POV_SE__c in ('005xx000001Sv6A', '005xx000001Sv6B')", true)]
    [TestCase("POV_SE__c = OwnerId", false)]
    [TestCase("OwnerId is not null", true)]
    // Checkboxes
    [TestCase("Owner.IsActive", true)]
    [TestCase("not IsClosed", true)]
    [TestCase("IsClosed = false", true)]
    [TestCase("IsClosed in (true)", false)]
    // Dates, and instants as their day
    [TestCase("CloseDate = 2026-03-16", true)]
    [TestCase("CloseDate - today() = 14 days", true)]
    [TestCase("CloseDate <= today() + 14 days", true)]
    [TestCase("CloseDate < 14 days + today()", false)]
    [TestCase("CloseDate - 1 day = 2026-03-15", true)]
    [TestCase("2026-03-16-14 days = today()", true)]
    [TestCase("CloseDate in (2026-03-16)", true)]
    [TestCase("CreatedDate = 2026-01-10", true)]
    [TestCase("CreatedDate in (2026-01-09, 2026-01-10)", true)]
    [TestCase("CreatedDate < LastStageChangeDate", true)]
    [TestCase("LastStageChangeDate - CreatedDate = 22 days", true)]
    [TestCase("CreatedDate + 2 days = 2026-01-12", true)]
    [TestCase("today() - CreatedDate > 50 days", true)]
    [TestCase("-(CloseDate - today()) + 20 days = 6 days", true)]
    [TestCase("CloseDate - today() in (13 days, 14 days)", true)]
    // Null
    [TestCase("LeadSource is null", true)]
    [TestCase("LeadSource is not null", false)]
    [TestCase("Amount is not null", true)]
    [TestCase("MIQL_Leadership__c is null", true)]
    [TestCase("MIQL_Quantify__c = 0", true)]
    [TestCase("MIQL_Leadership__c = 0", null)]
    [TestCase("LeadSource = 'Web'", null)]
    [TestCase("LeadSource != 'Web'", null)]
    [TestCase("LeadSource in ('Web')", null)]
    [TestCase("LeadSource not in ('Web')", null)]
    [TestCase("LastActivityDate < today() - 30 days", null)]
    [TestCase("LastActivityDate is null or LastActivityDate < today() - 30 days", true)]
    [TestCase("(LeadSource = 'Web') is null", true)]
    // Precedence
    [TestCase("Amount = 1 and Amount = 1 or Amount = 250000", true)]
    [TestCase("Amount = 250000 or Amount = 1 and Amount = 2", true)]
    [TestCase("(Amount = 250000 or Amount = 1) and Amount = 2", false)]
    [TestCase("not Amount = 1 and Amount = 250000", true)]
    [TestCase("not (Amount = 1 or Amount = 250000)", false)]
    [TestCase("not not Owner.IsActive", true)]
    [TestCase("10 - 4 - 3 = 3", true)]
    [TestCase("100 / 10 / 2 = 5", true)]
    [TestCase("2 + 3 * 4 = 14", true)]
    [TestCase("AMOUNT = 250000 AND OWNER.ISACTIVE IS NOT NULL", true)]
    public void Says_what_is_so_what_is_not_and_what_is_not_known(string text, bool? expected) => Assert.That(Says(text, Deal), Is.EqualTo(expected));

    private const string True = "1 = 1";
    private const string False = "1 = 2";
    private const string Unknown = "LeadSource = 'Web'";

    [TestCase(True, True, true, true)]
    [TestCase(True, False, false, true)]
    [TestCase(True, Unknown, null, true)]
    [TestCase(False, True, false, true)]
    [TestCase(False, False, false, false)]
    [TestCase(False, Unknown, false, null)]
    [TestCase(Unknown, True, null, true)]
    [TestCase(Unknown, False, false, null)]
    [TestCase(Unknown, Unknown, null, null)]
    public void And_and_or_are_Kleenes(string left, string right, bool? and, bool? or)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Says($"{left} and {right}", Deal), Is.EqualTo(and));
            Assert.That(Says($"{left} or {right}", Deal), Is.EqualTo(or));
        }
    }

    [TestCase(True, false)]
    [TestCase(False, true)]
    [TestCase(Unknown, null)]
    public void Not_of_unknown_is_unknown(string operand, bool? expected) => Assert.That(Says($"not {operand}", Deal), Is.EqualTo(expected));

    [TestCase("Amount / 0 = 1")]
    [TestCase("Amount / (Amount - 250000) = 1")]
    [TestCase("79228162514264337593543950335 + Amount > 0")]
    [TestCase("-79228162514264337593543950335 - Amount < 0")]
    [TestCase("79228162514264337593543950335 * 2 > 0")]
    [TestCase("79228162514264337593543950335 / 0.1 > 0")]
    [TestCase("CloseDate + 4000000 days > today()")]
    [TestCase("CloseDate - 4000000 days < today()")]
    public void What_cannot_be_worked_out_is_unknown_and_no_error(string text) => Assert.That(Says(text, Deal), Is.Null);

    [TestCase("9999-12-30 + 1 day = 9999-12-31", true)]
    [TestCase("9999-12-30 + 2 days = 9999-12-31", null)]
    [TestCase("0001-01-02 - 1 day = 0001-01-01", true)]
    [TestCase("0001-01-02 - 2 days = 0001-01-01", null)]
    [TestCase("79228162514264337593543950334 + 1 = 79228162514264337593543950335", true)]
    [TestCase("79228162514264337593543950335 + 1 > 0", null)]
    public void The_calendar_and_the_numbers_end_where_they_end(string text, bool? expected) => Assert.That(Says(text, Deal), Is.EqualTo(expected));

    [Test]
    public void An_instant_is_of_the_day_that_it_is_in_the_policys_time_zone()
    {
        var auckland = Deal.Under(policy => policy with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland") });

        Assert.That(Says("CreatedDate = 2026-01-11", auckland), Is.True);
        Assert.That(Says("CreatedDate = 2026-01-11", Deal), Is.False);
    }

    [Test]
    public void A_pillar_that_holds_no_score_counts_as_empty()
    {
        var invalid = Deal.With(deal => deal with { Outcome = PillarScore.From(3), Maps = PillarScore.FromText("good") });

        Assert.That(Says("MIQL_Outcome__c is null and MIQL_Maps__c is null", invalid), Is.True);
        Assert.That(Says("MIQL_Outcome__c = 3", invalid), Is.Null);
    }

    [Test]
    public void A_field_has_the_orgs_name_or_the_catalogues()
    {
        var mapped = Deal.Under(policy => policy with { Fields = new FieldMap(new Dictionary<string, string?> { ["Champion__c"] = "Primary_Champion__c" }) })
            .With(deal => deal with { Champion = SalesforceId.Parse("003xx000001Sv6A") });

        Assert.That(Says("primary_champion__c is not null", mapped), Is.True);
        Assert.That(Says("Champion__c is not null", mapped), Is.True);
        Assert.That(Of("Primary_Champion__c is null", Under(mapped.Policy)).Fields.Select(field => field.ApiName), Is.EqualTo(["Champion__c"]));
    }

    [Test]
    public void Where_two_fields_swapped_their_names_the_orgs_name_counts()
    {
        var swapped = new FieldMap(new Dictionary<string, string?> { ["Pain__c"] = "Champion__c", ["Champion__c"] = "Pain__c" });

        Assert.That(Of("Pain__c is null", Under(TestPolicy.Default with { Fields = swapped })).Fields.Single().ApiName, Is.EqualTo("Champion__c"));
    }

    [Test]
    public void It_names_the_fields_that_it_reads_itself_and_through_functions()
    {
        var expression = Of("by('pov') and Amount > 100 and motion() = 'renewal' and amount < 200 and ceiling() = 'Commit'");

        Assert.That(expression.Fields.Select(field => field.ApiName), Is.EqualTo(["Amount", "StageName", "Type", .. Pillars.ScoreFields]));
        Assert.That(expression.NeedsStage, Is.True);
        Assert.That(Of("Amount > 100").NeedsStage, Is.False);
    }

    [Test]
    public void It_is_the_same_in_every_culture()
    {
        bool? said = null;
        var strange = new CultureInfo("")
        {
            NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" },
            DateTimeFormat = { DateSeparator = ".", ShortDatePattern = "dd.MM.yy" },
        };
        var thread = new Thread(() => said = Says("Amount = 250000.0 and CloseDate > 2026-01-01 and -1 < 0 and STAGENAME in ('POV')", Deal)) { CurrentCulture = strange };
        thread.Start();
        thread.Join();

        Assert.That(said, Is.True);
    }

    [Test]
    public void Asking_it_leaves_nothing_behind()
    {
        var expression = Of("Amount * 2 > 100000 and (NextStep is null or not contains(NextStep, 'legal')) and CloseDate - today() < 30 days and StageName in ('POV', 'Commercial') "
            + "and CreatedDate < today() and miql_total() is null and business_days_between(today(), CloseDate) = 10 and includes(Close_Checklist__c, 'Budget')");
        var deal = Deal.Build();
        Assert.That(expression.Evaluate(deal), Is.True);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
            expression.Evaluate(deal);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
