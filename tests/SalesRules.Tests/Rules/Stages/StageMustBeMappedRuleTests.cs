using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class StageMustBeMappedRuleTests
{
    [TestCase("POV")]
    [TestCase("pov")]
    [TestCase("Old Validation")]
    public void A_stage_of_the_policy_is_fine_whatever_its_case_active_or_not(string stage) =>
        Assert.That(ADeal.InStage(stage).Ask<StageMustBeMappedRule>(), Says.Nothing);

    [Test]
    public void Another_is_low_and_says_what_it_means()
    {
        var finding = ADeal.InStage("Pilot").Finding<StageMustBeMappedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Message, Is.EqualTo("The policy does not map the stage \"Pilot\": rules that depend on the stage did not run."));
        }
    }

    [Test]
    public void Without_a_stage_it_cannot_be_told() => Assert.That(ADeal.InStage(null).Ask<StageMustBeMappedRule>(), Says.Unknown);

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(ADeal.InStage("Pilot").With(it => it with { IsClosed = true }).Ask<StageMustBeMappedRule>(), Says.Nothing);

    [TestCase("Pilot")]
    [TestCase(null)]
    public void Rules_that_depend_on_the_stage_are_listed_as_not_run(string? stage)
    {
        var decision = ADeal.InStage(stage).Scored(0, 0, 0, 0, 0).Forecast("Pipeline").With(it => it with { PovStart = ADeal.Today }).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Pov, Is.Null);
            Assert.That(decision.NotRun, Is.SupersetOf(new[]
            {
                "pov.deferred", "pov.conditions", "pov.stage-without-approval", "pov.started-unapproved", "pov.score-dropped",
                "pov.beyond-without-approval", "pov.dates-missing", "pov.over-length", "pov.deferral-stale",
            }));
        }
    }
}
