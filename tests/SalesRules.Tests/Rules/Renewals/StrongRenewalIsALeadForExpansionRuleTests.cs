using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Renewals;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class StrongRenewalIsALeadForExpansionRuleTests
{
    [TestCase(2, 2, 2, 2, 0, true)]
    [TestCase(2, 1, 2, 2, 0, false)]
    [TestCase(2, 2, 1, 2, 2, false)]
    [TestCase(2, 2, 2, 1, 2, false)]
    [TestCase(2, 2, 2, 2, null, false)]
    public void A_total_of_8_with_Insight_and_Quantify_at_2(int? o, int? m, int? i, int? q, int? l, bool found) =>
        Assert.That(ADeal.Renewal.Scored(o, m, i, q, l).Ask<StrongRenewalIsALeadForExpansionRule>(), found ? Says.A(Severity.Info) : Says.Nothing);

    [Test]
    public void It_says_why() => Assert.That(
        ADeal.Renewal.Finding<StrongRenewalIsALeadForExpansionRule>().Message, Is.EqualTo("A lead for an expansion: total 10, Insight 2 and Cost of switching 2."));

    [Test]
    public void Inherited_scores_are_no_sign() => Assert.That(
        ADeal.Renewal.Knowing(context => context with { InheritedPillars = new HashSet<Pillar> { Pillar.Outcome } }).Ask<StrongRenewalIsALeadForExpansionRule>(), Says.Nothing);

    [Test]
    public void The_total_is_the_policys() => Assert.That(
        ADeal.Renewal.Scored(1, 2, 2, 2, 0).Under(policy => policy with { Renewals = new RenewalPolicy { ExpansionTotal = 7 } }).Ask<StrongRenewalIsALeadForExpansionRule>(), Says.Something);

    [TestCase("New Business")]
    [TestCase("Existing Business")]
    public void Other_motions_are_not_asked(string type) => Assert.That(ADeal.Renewal.OfType(type).Ask<StrongRenewalIsALeadForExpansionRule>(), Says.Nothing);

    [Test]
    public void The_accounts_owner_gets_the_task() => Assert.That(TasksIn(episode: 1).Single().Owner, Is.EqualTo(ADeal.Director));

    [Test]
    public void Once_for_each_renewal() => Assert.That(TasksIn(episode: 2), Is.Empty);

    private static IReadOnlyList<DealTask> TasksIn(int episode) => ADeal.Renewal
        .Under(policy => policy with { Tasks = new TaskPolicy { Rules = new HashSet<string> { "renewal.expansion-lead" } } })
        .Knowing(context => context with { Episodes = new TaskEpisodes(new Dictionary<(string, string), int> { [("renewal.expansion-lead", "")] = episode }) })
        .Decide().Tasks;
}
