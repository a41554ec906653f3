using SalesRules.Journal.History;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Shadows;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Pages;

/// <summary>Decisions come back out of the journal with all that they were made from, and what shadows found stays apart from them.</summary>
[OnEachDatabase]
public sealed class StoredDecisionTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task More_than_a_page_comes_deal_by_deal_and_each_deals_oldest_first()
    {
        Opportunity[] deals = [.. Enumerable.Range(1, 1001).Select(number => TestDeals.Deal(number))];
        await bench.RunAsync(deals);
        await bench.RunAsync(TestDeals.Deal(7).Scored(1, 1, 1, 1, 1), TestDeals.TooHigh(1001));

        var stored = await AllAsync(DecisionFilter.All);

        Assert.That(stored, Has.Count.EqualTo(1003));
        Assert.That(stored.Select(one => one.OpportunityId).Distinct().Count(), Is.EqualTo(1001), "every deal");
        Assert.That(stored.Select(one => (one.OpportunityId, one.Revision)), Is.Unique);
        Assert.That(stored.Index().Skip(1).All(one => one.Item.OpportunityId != stored[one.Index - 1].OpportunityId || one.Item.Revision > stored[one.Index - 1].Revision), Is.True);
        Assert.That(stored.Index().Count(one => one.Index == 0 || one.Item.OpportunityId != stored[one.Index - 1].OpportunityId), Is.EqualTo(1001), "the decisions of a deal stand together");
    }

    [Test]
    public async Task Each_filter_restricts()
    {
        var first = await bench.RunAsync(TestDeals.Deal(1), TestDeals.TooHigh(2));
        var second = await bench.RunAsync(TestDeals.Deal(1).Scored(1, 1, 1, 1, 1));
        var decision = (await AllAsync(new DecisionFilter(Run: second))).Single();

        Assert.That(await CountAsync(new DecisionFilter(Run: first)), Is.EqualTo(2));
        Assert.That(await CountAsync(new DecisionFilter(Opportunity: TestDeals.Id(1))), Is.EqualTo(2));
        Assert.That(await CountAsync(new DecisionFilter(DecisionId: decision.DecisionId)), Is.EqualTo(1));
        Assert.That(await CountAsync(new DecisionFilter(OrgId: "00D000000000002EAA")), Is.Zero);
        Assert.That(await bench.Journal.LastOrgAsync(), Is.EqualTo(JournalBench.Org));
    }

    [Test]
    public async Task A_decision_keeps_the_drift_it_was_made_under_and_the_build_that_made_it()
    {
        var run = await bench.Journal.StartRunAsync(bench.Start() with { Program = "1.2.3+abc" }, await bench.LeaseAsync());
        bench.Policy = TestPolicy.Default.Under(new SchemaDrift([OpportunityFields.Get("MIQL_Maps__c")], [], [], null));
        await bench.DecideAsync(run, TestDeals.Deal());
        bench.Policy = TestPolicy.Default;
        await bench.DecideAsync(run, TestDeals.Deal(2));

        var stored = await AllAsync(DecisionFilter.All);

        Assert.That(stored.Select(one => (one.Drift, one.Program)), Is.EqualTo(new[] { ("""{"unreadable":["MIQL_Maps__c"]}""", "1.2.3+abc"), ("{}", "1.2.3+abc") }));
        Assert.That(stored.Select(one => (one.Context is not null, one.Snapshot.Contains("MIQL_Maps__c", StringComparison.Ordinal))), Is.EqualTo(new[] { (true, false), (true, true) }));
    }

    [Test]
    public async Task What_a_shadow_found_is_kept_with_its_run_newest_first()
    {
        var first = await bench.StartAsync();
        await bench.Journal.KeepShadowAsync(first, Found(first, different: 3));
        await bench.Journal.KeepShadowAsync(first, Found(first, different: 4));
        await bench.FinishAsync(first);
        var second = await bench.StartAsync();
        await bench.Journal.KeepShadowAsync(second, Found(second, different: 0) with { PolicyHash = null, Problem = "cannot be read" });
        await bench.FinishAsync(second);
        var third = await bench.RunAsync(TestDeals.Deal());

        var shadows = await bench.Journal.ShadowsAsync(JournalBench.Org, 10);

        Assert.That(shadows.Select(shadow => (shadow.Run, shadow.PolicyHash, shadow.Different, shadow.Problem)), Is.EqualTo(new[] { (second, (string?)null, 0L, (string?)"cannot be read"), (first, "sha256:new", 4L, null) }));
        Assert.That(shadows.Select(shadow => shadow.StartedAt), Is.Ordered.Descending);
        Assert.That(await bench.Journal.ShadowsAsync(JournalBench.Org, 1), Has.Count.EqualTo(1));
        Assert.That(shadows.Select(shadow => shadow.Run), Does.Not.Contain(third), "it had none");
    }

    private ShadowEntry Found(RunId run, long different) => new(run, bench.Clock.Now, "sha256:new", 10, different, 0, null, "{}");

    private async Task<int> CountAsync(DecisionFilter filter) => (await AllAsync(filter)).Count;

    private async Task<List<StoredDecision>> AllAsync(DecisionFilter filter)
    {
        var all = new List<StoredDecision>();
        await foreach (var stored in bench.Journal.StoredDecisionsAsync(filter))
            all.Add(stored);
        return all;
    }
}
