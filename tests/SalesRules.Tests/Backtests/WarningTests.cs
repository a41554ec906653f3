using SalesRules.Backtests;

namespace SalesRules.Tests.Backtests;

/// <summary>How a decision warns of a deal.</summary>
public class WarningTests
{
    [Test]
    public void A_category_that_is_lowered_is_a_demotion_with_its_rule() =>
        Assert.That(Of(ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit")), Is.SupersetOf(new[] { "any", "demoted", "flagged", "forecast.above-ceiling" }).And.Not.Contain("gated"));

    [Test]
    public void A_deferred_gate_is_gated() =>
        Assert.That(Of(ADeal.InStage("Solution").Scored(1, 2, 2, 2, 2)), Does.Contain("gated").And.Contain("any").And.Contain("pov.deferred"));

    [Test]
    public void A_sound_deal_is_not_warned_of() =>
        Assert.That(Of(ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Pipeline")).Intersect(["any", "demoted", "gated", "flagged"]), Is.Empty);

    [Test]
    public void A_closed_deal_is_not_warned_of() =>
        Assert.That(Of(ADeal.InStage("Closed Lost").Scored(0, 0, 0, 0, 0).Forecast("Commit")), Is.Empty);

    [Test]
    public void Kinds_come_first_in_their_order_then_rules_by_id() =>
        Assert.That(new[] { new Warning("b", true), Warning.Flagged, new Warning("a", true), Warning.Demoted, Warning.Any, Warning.Gated }.Order().Select(warning => warning.Name), Is.EqualTo(new[] { "any", "demoted", "gated", "flagged", "a", "b" }));

    private static IEnumerable<string> Of(ADeal deal) => Warning.Of(deal.Opportunity, deal.Decide()).Select(warning => warning.Name);
}
