using SalesRules.Portfolio;
using SalesRules.Portfolio.Hygiene;
using SalesRules.Snapshots;
using static SalesRules.Tests.Portfolio.Portfolios;

namespace SalesRules.Tests.Portfolio.Hygiene;

public class HygieneScoreTests
{
    [Test]
    public void Completeness_is_the_share_of_the_minimum_fields_that_are_filled_in()
    {
        var score = Of(Deal(1, amount: 5, category: "Pipeline") with { AccountId = SalesforceId.Parse("001000000000001"), NextStep = "Call" }, Deal(2, amount: 5));

        Assert.That(score.Completeness, Is.EqualTo(new Rate(6 + 3, 20)), "ten fields a deal");
        Assert.That(score.Fields.Single(field => field.Name == "AccountId").Kept, Is.EqualTo(new Rate(1, 2)));
    }

    [Test]
    public void A_field_that_the_organisation_has_not_is_not_asked_for()
    {
        var fields = new FieldMap(new Dictionary<string, string?> { ["Next_Step_Date__c"] = null, ["Next_Step_Owner__c"] = null });
        var builder = new PortfolioBuilder(Scope() with { Policy = TestPolicy.Default with { Fields = fields } });
        builder.Add(Deal(1));

        Assert.That(builder.Build().Whole.Hygiene.Completeness.Of, Is.EqualTo(8));
    }

    [TestCase("2026-05-15", 1)]
    [TestCase("2026-05-14", 0)]
    public void A_close_date_that_is_past_is_not_consistent(string close, int kept) => Assert.That(Check("close-date", Deal(1, close: close)), Is.EqualTo(new Rate(kept, 1)));

    [TestCase(0, 0)]
    [TestCase(0.01, 1)]
    public void An_amount_is_more_than_nothing(decimal amount, int kept) => Assert.That(Check("amount", Deal(1, amount: amount)), Is.EqualTo(new Rate(kept, 1)));

    [TestCase("Commit", 89, 0)]
    [TestCase("Commit", 90, 1)]
    public void A_probability_fits_its_category(string category, decimal probability, int kept) =>
        Assert.That(Check("probability", Deal(1, category: category) with { Probability = probability }), Is.EqualTo(new Rate(kept, 1)));

    [Test]
    public void What_is_empty_is_for_completeness_and_not_for_consistency() => Assert.That(Of(Deal(1, close: null) with { StageName = null }).Consistency.Of, Is.Zero);

    [Test]
    public void Recency_is_the_days_since_a_person_changed_something_or_logged_an_activity()
    {
        var score = Of(
            Deal(1).With(State("2026-05-05", "Discovery")),
            Deal(2).With(State("2026-05-05", "Discovery")) with { LastActivityDate = Day("2026-05-13") },
            Deal(3) with { LastActivityDate = Day("2026-05-11") },
            Deal(4));

        Assert.That((score.MedianDays, score.RecencyKnown, score.Deals), Is.EqualTo((4m, 3, 4)));
    }

    [Test]
    public void What_the_integration_user_wrote_is_no_update()
    {
        var builder = new PortfolioBuilder(Scope() with { IntegrationUser = ADeal.Stranger });
        builder.Add(Deal(1).With(State("2026-05-05", "Discovery"), State("2026-05-14", "Discovery", 5) with { By = ADeal.Stranger }));

        Assert.That(builder.Build().Whole.Hygiene.MedianDays, Is.EqualTo(10));
    }

    [Test]
    public void A_check_whose_rule_the_policy_switches_off_is_not_made()
    {
        var off = TestPolicy.Default with { Severities = new Dictionary<string, SalesRules.Decisions.Severity?> { ["motion.unmapped"] = null } };
        var builder = new PortfolioBuilder(Scope() with { Policy = off });
        builder.Add(Deal(1) with { Type = "Partner" });

        Assert.That(Check("type", Deal(1) with { Type = "Partner" }), Is.EqualTo(new Rate(0, 1)));
        Assert.That(builder.Build().Whole.Hygiene.Checks.Select(check => check.Name), Has.None.EqualTo("type"));
    }

    [Test]
    public void Closed_deals_are_not_scored() => Assert.That(Of(Deal(1, "Closed Won")).Deals, Is.Zero);

    private static HygieneScore Of(params Opportunity[] deals) => Portfolios.Of(deals).Whole.Hygiene;

    private static Rate Check(string name, Opportunity deal) => Of(deal).Checks.Single(check => check.Name == name).Kept;
}
