using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Policies;

/// <summary>The portfolio section of the policy file.</summary>
public sealed class PortfolioPolicyTests
{
    [Test]
    public void The_default_policy_writes_the_catalogues_figures_out()
    {
        var written = TestPolicies.Default().Portfolio;
        var leftOut = TestPolicies.With("").Portfolio;

        Assert.That(written, Is.EqualTo(leftOut).UsingPropertiesComparer());
        Assert.That(written.CategoryWeights[ForecastCategory.MostLikely], Is.EqualTo(80));
        Assert.That(written.StageProbabilities[StageType.Commercial], Is.EqualTo(45));
        Assert.That(written.Benchmarks[FunnelStep.DiscoveryToCommercial], Is.EqualTo(new StepBenchmark(62.5m, 65, 70)));
        Assert.That((written.CoverageGoal, written.LeastDeals, written.QualifiedFrom), Is.EqualTo((3.0m, 20, StageType.Discovery)));
    }

    [Test]
    public void The_ramp_of_the_playbook_makes_a_year_of_1500K()
    {
        var quotas = TestPolicies.With($"portfolio: {{ quotas: {{ {ADeal.Owner.Value[..15]}: {{ q1: 300000, q2: 350000, q3: 400000, q4: 450000 }} }} }}").Portfolio.Quotas;

        Assert.That(quotas[ADeal.Owner].Year, Is.EqualTo(1_500_000));
        Assert.That(Enumerable.Range(1, 4).Select(quotas[ADeal.Owner].Of), Is.EqualTo(new decimal?[] { 300_000, 350_000, 400_000, 450_000 }));
    }

    [Test]
    public void A_quarter_left_out_is_not_known_and_neither_is_the_year()
    {
        var target = TestPolicies.With("portfolio: { target: { q2: 750000 } }").Portfolio.Target;

        Assert.That((target.Of(1), target.Of(2), target.Year), Is.EqualTo(((decimal?)null, (decimal?)750_000, (decimal?)null)));
    }

    [Test]
    public void A_benchmark_that_is_given_has_guardrails_and_the_others_keep_theirs()
    {
        var benchmarks = TestPolicies.With("portfolio: { benchmarks: { commercial-to-won: { baseline: 30, target-from: 35, target-to: 40, most-lost: 50, most-days: 60 } } }").Portfolio.Benchmarks;

        Assert.That(benchmarks[FunnelStep.CommercialToWon], Is.EqualTo(new StepBenchmark(30, 35, 40, 50, 60)));
        Assert.That(benchmarks[FunnelStep.QualificationToDiscovery], Is.EqualTo(new StepBenchmark(40, 45, 50)));
    }

    [TestCase("target: { q1: -1 }", "portfolio.target.q1", "expected an amount from 0 to 1000000000000000")]
    [TestCase("quotas: { 006xx000001Sv6A: {} }", "portfolio.quotas.006xx000001Sv6A", "is no id of a user")]
    [TestCase("coverage-goal: 101", "portfolio.coverage-goal", "expected a number from 0 to 100")]
    [TestCase("least-deals: 0", "portfolio.least-deals", "out of range")]
    [TestCase("qualified-from: closed-won", "portfolio.qualified-from", "expected one of qualification, discovery")]
    [TestCase("benchmarks: { commercial-to-won: { baseline: 30, target-from: 50, target-to: 40 } }", "portfolio.benchmarks.commercial-to-won", "the target is empty")]
    [TestCase("benchmarks: { commercial-to-won: { target-from: 46 } }", "portfolio.benchmarks.commercial-to-won", "it begins at 46 and ends at 45")]
    [TestCase("win-rate-targets: { Enterprise: 101 }", "portfolio.win-rate-targets.Enterprise", "expected a number of per cent from 0 to 100")]
    public void What_is_no_good_is_told_by_its_key(string section, string key, string sentence)
    {
        var problems = TestPolicies.Problems($"{TestPolicies.Least}portfolio: {{ {section} }}\n");

        Assert.That(problems, Has.Some.Contains(key).And.Some.Contains(sentence), string.Join('\n', problems));
    }
}
