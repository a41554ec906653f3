using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Portfolio;

public sealed class PipelineMustCoverTheTargetRuleTests
{
    private const string Id = "portfolio.coverage-low";

    private static readonly PortfolioPolicy Quota500K = new() { Quotas = new Dictionary<SalesforceId, QuarterAmounts> { [ADeal.Owner] = new(null, 500_000, null, null) } };

    [Test]
    public void It_is_medium_for_the_owner_and_the_team() => Assert.That(Found(null), Is.EqualTo(new[] { Severity.Medium, Severity.Medium }));

    [TestCase(Severity.High)]
    [TestCase(Severity.Info)]
    public void The_policys_severity_replaces_its_own(Severity severity) => Assert.That(Found(new() { [Id] = severity }), Is.EqualTo(new[] { severity, severity }));

    [Test]
    public void Switched_off_it_finds_nothing() => Assert.That(Found(new() { [Id] = null }), Is.Empty);

    [TestCase("severities: { portfolio.coverage-low: off }", true)]
    [TestCase("severities: { portfolio.coverage-low: high }", true)]
    [TestCase("tasks: { rules: [portfolio.coverage-low] }", false, Description = "a task is a deal's")]
    [TestCase("texts: { portfolio.coverage-low: \"{finding}\" }", false, Description = "a text is a deal's")]
    public void Severities_accept_it_as_any_rule(string text, bool isSound) => Assert.That(Problems(Least + text), isSound ? Is.Empty : Has.Length.EqualTo(1));

    private static IEnumerable<Severity> Found(Dictionary<string, Severity?>? severities)
    {
        var scope = Portfolios.Scope(Quota500K);
        var builder = new PortfolioBuilder(scope with { Policy = scope.Policy with { Severities = severities ?? [] } });
        builder.Add(Portfolios.Deal(1, amount: 1));
        return builder.Build().Findings.Select(finding => finding.Severity);
    }
}
