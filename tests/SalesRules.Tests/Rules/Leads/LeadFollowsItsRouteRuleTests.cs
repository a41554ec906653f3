using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Tests.Rules.Leads;

public class LeadFollowsItsRouteRuleTests
{
    [TestCase(4, 10, "disqualify")]
    [TestCase(4.5, 10, "disqualify")]
    [TestCase(0, null, "disqualify")]
    [TestCase(5, 4, "nurture")]
    [TestCase(10, 0, "nurture")]
    [TestCase(8, 8, "book discovery")]
    [TestCase(8, 7, "technical Q&A")]
    [TestCase(10, 5, "technical Q&A")]
    [TestCase(7, 8, "proceed, confirm the constraints in the first 10 minutes")]
    [TestCase(7, 7, "discovery with a constraint check")]
    [TestCase(5, 5, "discovery with a constraint check")]
    public void The_first_match_of_the_table_tells(double fit, double? intent, string route)
    {
        var found = ALead.Decide(ALead.Good with { Fit = (decimal)fit, Intent = (decimal?)intent }).Findings.Single(finding => finding.Rule == "lead.routing");

        Assert.That(found.Severity, Is.EqualTo(Severity.Info));
        Assert.That(found.Message, Does.EndWith($": {route}."));
    }

    [TestCase(null, 8.0)]
    [TestCase(8.0, null)]
    [TestCase(11.0, 8.0)]
    [TestCase(8.0, -1.0)]
    public void Where_nothing_tells_there_is_no_route(double? fit, double? intent) =>
        Assert.That(ALead.Decide(ALead.Good with { Fit = (decimal?)fit, Intent = (decimal?)intent }).Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "lead.unrouted" }));

    [Test]
    public void Without_the_fields_it_does_not_run()
    {
        var decision = ALead.Decide(ALead.Good, ALead.Settings with { Fields = new LeadFields { Fit = "Fit__c" } });

        Assert.That(decision.NotRun, Is.EqualTo(new[] { "lead.routing", "lead.unrouted" }));
        Assert.That(decision.Findings, Is.Empty);
    }
}
