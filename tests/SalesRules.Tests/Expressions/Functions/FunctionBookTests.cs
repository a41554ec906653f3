using SalesRules.Expressions.Functions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Expressions.Functions;

/// <summary>What each function says, on both sides of its limits.</summary>
public class FunctionBookTests
{
    private static readonly ADeal Deal = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit").With(deal => deal with
    {
        Amount = null,
        LeadSource = null,
        NextStep = "Send the Order Form",
        CloseChecklist = "Security review;Legal; Budget",
    });

    [TestCase("today() = 2026-03-02", true)]
    [TestCase("quarter_start() = 2026-01-01", true)]
    [TestCase("quarter_end() = 2026-03-31", true)]
    [TestCase("days_between(today(), CloseDate) = 14", true)]
    [TestCase("days_between(CloseDate, today()) = -14", true)]
    [TestCase("days_between(today(), today()) = 0", true)]
    [TestCase("days_between(POV_Start__c, today()) > 1", null)]
    // Good Friday and Easter Monday are holidays: Thursday 2 April to Tuesday 7 April is one business day.
    [TestCase("business_days_between(2026-04-02, 2026-04-07) = 1", true)]
    [TestCase("business_days_between(2026-04-02, 2026-04-06) = 0", true)]
    [TestCase("business_days_between(2026-04-07, 2026-04-02) = -1", true)]
    [TestCase("business_days_between(2026-03-06, 2026-03-09) = 1", true)]
    [TestCase("business_days_between(2026-03-06, 2026-03-08) = 0", true)]
    [TestCase("business_days_between(today(), POV_End__c) = 0", null)]
    [TestCase("contains(NextStep, 'order form')", true)]
    [TestCase("contains(NextStep, 'legal')", false)]
    [TestCase("contains(LeadSource, 'legal')", null)]
    [TestCase("starts_with(NextStep, 'SEND')", true)]
    [TestCase("starts_with(NextStep, 'the')", false)]
    [TestCase("starts_with(LeadSource, 'the')", null)]
    [TestCase("includes(Close_Checklist__c, 'legal')", true)]
    [TestCase("includes(Close_Checklist__c, 'Budget')", true)]
    [TestCase("includes(Close_Checklist__c, 'review')", false)]
    [TestCase("includes(LeadSource, 'review')", null)]
    [TestCase("length(NextStep) = 19", true)]
    [TestCase("length(LeadSource) = 0", null)]
    [TestCase("coalesce(LeadSource, 'none') = 'none'", true)]
    [TestCase("coalesce(NextStep, 'none') = 'none'", false)]
    [TestCase("coalesce(Amount, 5) = 5", true)]
    [TestCase("coalesce(IsWon, false)", false)]
    [TestCase("coalesce(POV_Start__c, today()) = today()", true)]
    [TestCase("coalesce(LastStageChangeDate, CloseDate) = CloseDate", true)]
    [TestCase("coalesce(LastStageChangeDate, CreatedDate) is null", true)]
    [TestCase("coalesce(POV_Start__c - today(), 3 days) = 3 days", true)]
    [TestCase("coalesce(POV_SE__c, OwnerId) = OwnerId", true)]
    [TestCase("coalesce(LeadSource, Type) = 'new business'", true)]
    [TestCase("stage_type() = 'pov'", true)]
    [TestCase("stage_type() in ('solution', 'commercial')", false)]
    [TestCase("by('pov')", true)]
    [TestCase("by('commercial')", false)]
    [TestCase("past('solution')", true)]
    [TestCase("past('POV')", false)]
    [TestCase("motion() = 'new-business'", true)]
    [TestCase("miql_total() = 10", true)]
    [TestCase("ceiling() = 'Commit'", true)]
    public void Says(string text, bool? expected) => Assert.That(Conditions.Says(text, Deal), Is.EqualTo(expected));

    [TestCase("stage_type() = 'pov'")]
    [TestCase("by('pov')")]
    [TestCase("past('pov')")]
    public void Of_a_stage_that_the_policy_does_not_map_nothing_is_known(string text) =>
        Assert.That(Conditions.Says(text, ADeal.InStage("Pilot")), Is.Null);

    [Test]
    public void A_total_with_an_unscored_pillar_is_unknown_and_the_ceiling_is_the_policys() =>
        Assert.That(Conditions.Says("miql_total() is null and ceiling() = 'Pipeline'", Deal.Scored(2, 2, 2, 2, null)), Is.True);

    [Test]
    public void A_pillar_that_was_inherited_counts_as_unscored_in_the_total_and_stands_in_its_field()
    {
        var inherited = Deal.Knowing(context => context with { InheritedPillars = new HashSet<Pillar> { Pillar.Maps } });

        Assert.That(Conditions.Says("miql_total() is null and MIQL_Maps__c = 2", inherited), Is.True);
    }

    [Test]
    public void Motion_is_the_policys_default_where_the_type_means_none() =>
        Assert.That(Conditions.Says("motion() = 'new-business'", Deal.With(deal => deal with { Type = "Barter" })), Is.True);

    [Test]
    public void The_fiscal_year_is_the_policys() =>
        Assert.That(Conditions.Says("quarter_end() = 2026-04-30", Deal.Under(policy => policy with { Fiscal = new FiscalCalendar(2) })), Is.True);

    [Test]
    public void Names_are_unique_and_every_function_says_what_it_does()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FunctionBook.All.Select(function => function.Name), Is.Unique);
            Assert.That(FunctionBook.All.Select(function => function.Meaning), Has.All.EndsWith("."));
            Assert.That(FunctionBook.All.SelectMany(function => function.Reads).Where(field => OpportunityFields.Find(field) is null), Is.Empty);
        }
    }
}
