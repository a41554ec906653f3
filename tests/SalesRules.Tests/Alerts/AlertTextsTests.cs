using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Alerts;

public class AlertTextsTests
{
    [Test]
    public void A_deal_at_risk_is_told_with_what_is_at_stake() =>
        Assert.That(AlertTexts.Of(TestAlert.OfDeal(AlertKind.RiskEntered), new AlertPolicy()), Is.EqualTo(
            new AlertText("At risk: Acme 2026", "Acme 2026 (250,000, Discovery, closes 2026-03-31) is now at high risk.")));

    [Test]
    public void A_close_is_told_by_the_name_of_the_stage() =>
        Assert.That(AlertTexts.Of(TestAlert.OfDeal(AlertKind.DealClosed, TestAlert.Deal with { Stage = "Closed Won" }), new AlertPolicy()).Title, Is.EqualTo("Closed Won: Acme 2026"));

    [Test]
    public void What_is_not_known_is_said_in_words()
    {
        var policy = With("risk-entered: { title: \"{Amount}, {Stage}, {Category}, {CloseDate}, {Segment}\", sentence: \"{risk}\" }");
        var bare = TestAlert.Deal with { Amount = null, Stage = null, Category = null, CloseDate = null, Segment = null };

        Assert.That(AlertTexts.Of(TestAlert.OfDeal(AlertKind.RiskEntered, bare, RiskLevel.None), policy), Is.EqualTo(
            new AlertText("no amount, no stage, no category, no close date, no segment", "no")));
    }

    [Test]
    public void Every_kind_has_words_without_braces()
    {
        foreach (var kind in AlertKinds.All)
        {
            var text = AlertTexts.Of(TestAlert.Of(kind), new AlertPolicy());
            Assert.That(text.Title, Is.Not.Empty.And.Not.Contains("{").And.Length.LessThanOrEqualTo(100), kind.Name());
            Assert.That(text.Sentence, Does.EndWith(".").And.Not.Contains("{"), kind.Name());
        }
    }

    [Test]
    public void The_policys_words_replace_ours_part_by_part()
    {
        var policy = With("risk-entered: { sentence: \"{reason} Since {date}.\" }");

        Assert.That(AlertTexts.Of(TestAlert.OfDeal(AlertKind.RiskEntered), policy), Is.EqualTo(new AlertText("At risk: Acme 2026", "The close date is past. Since 2026-03-02.")));
        Assert.That(AlertTexts.Of(TestAlert.OfDeal(AlertKind.RiskRose), policy).Title, Is.EqualTo("Now at high risk: Acme 2026"));
    }

    [TestCase(1234.5, "1,234.5")]
    [TestCase(0, "0")]
    [TestCase(999, "999")]
    public void Amounts_are_grouped(decimal amount, string shown) =>
        Assert.That(AlertTexts.Of(TestAlert.OfDeal(AlertKind.PovCleared, TestAlert.Deal with { Amount = amount }), new AlertPolicy()).Sentence, Does.Contain($"({shown})"));

    private static AlertPolicy With(string text) => TestPolicies.With($"alerts:\n  texts:\n    {text}\n").Alerts;
}
