using SalesRules.Oversight;

namespace SalesRules.Tests.Oversight;

public class DecidedVersionTests
{
    [Test]
    public void It_reads_what_a_decision_is_written_as()
    {
        var deal = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit").WentThrough("Discovery");

        var version = DecidedVersion.Of(deal.Opportunity, ADeal.Noon(ADeal.Today), deal.Policy, deal.DecideToJson(), deal.DecideToJson());

        Assert.That(version.Findings.Single(), Is.EqualTo(new DecidedFinding("forecast.above-ceiling", deal.Decide().Findings.Single().Message)));
        Assert.That(version.CorrectedBy, Is.EqualTo(new[] { "forecast.above-ceiling" }));
    }

    [Test]
    public void Where_nothing_was_corrected_no_rule_did() =>
        Assert.That(DecidedVersion.Of(ADeal.InStage("POV").Opportunity, default, TestPolicy.Default, ADeal.InStage("POV").DecideToJson(), null).CorrectedBy, Is.Empty);
}
