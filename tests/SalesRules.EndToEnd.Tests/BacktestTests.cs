using System.Text.Json.Nodes;
using SalesRules.Backtests;
using SalesRules.Host.Backtests;
using SalesRules.Host.Configuration;
using SalesRules.Policies;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A backtest over the snapshots that runs left in the journal.</summary>
public class BacktestTests
{
    [Test]
    public async Task A_candidate_is_replayed_over_what_the_journal_keeps()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var (lost, won) = (await org.Person.CreateCommitWithoutLeadershipAsync(), await org.Person.CreateCommitWithoutLeadershipAsync());
        await org.RunAsync();
        await org.Person.EditAsync(lost, new JsonObject { ["StageName"] = "Closed Lost" });
        await org.Person.EditAsync(won, new JsonObject { ["StageName"] = "Closed Won" });
        await org.RunAsync();

        var run = await ReplayAsync(org, text => text.Replace("severities: {}", "severities: { forecast.above-ceiling: off }", StringComparison.Ordinal));

        Assert.That((run.Leaking, run.Unreadable), Is.EqualTo((0, 0)), string.Join('\n', run.Problems));
        var (candidate, live) = (BacktestResult.Of(run.Candidate.Warnings, run.Outcomes), BacktestResult.Of(run.Live!.Warnings, run.Outcomes));
        Assert.That((candidate.Deals.Won, candidate.Deals.Lost), Is.EqualTo((1, 1)));
        Assert.That(Demoted(candidate).Warned.All, Is.Zero);
        Assert.That((Demoted(live).Warned, Demoted(live).Precision.Hits, Demoted(live).Recall.Hits), Is.EqualTo((new OutcomeCounts(1, 1, 0, 0), 1, 1)));
    }

    /// <summary>What the journal keeps was written by runs that could know nothing later: none of it looks like a leak.</summary>
    [Test]
    public async Task Nothing_that_the_journal_keeps_leaks()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 300);
        await org.RunAsync();
        await org.RunAsync();

        var run = await ReplayAsync(org, text => text);

        Assert.That((run.Leaking, run.Unreadable), Is.EqualTo((0, 0)), string.Join('\n', run.Problems));
        Assert.That(run.Snapshots, Is.AtLeast(300));
    }

    /// <summary>A field that the live policy did not read is unknown in its snapshots, not empty.</summary>
    [Test]
    public async Task A_rule_on_a_field_that_was_not_read_then_does_not_run()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 60);
        await org.RunAsync(("Policy:File", await PolicyFileAsync(org, "live.yaml", text => text.Replace("fields: {}", "fields: { Champion__c: null }", StringComparison.Ordinal))));

        var run = await ReplayAsync(org, text => text);

        Assert.That(run.Candidate.Warnings.NotRun, Does.Contain("meddpicc.no-champion"));
        Assert.That(BacktestResult.Of(run.Candidate.Warnings, run.Outcomes).Figures.Select(figures => figures.Warning.Name), Does.Not.Contain("meddpicc.no-champion"));
    }

    private static WarningFigures Demoted(BacktestResult result) => result.Figures.Single(figures => figures.Warning == Warning.Demoted);

    private static async Task<BacktestRun> ReplayAsync(TestOrg org, Func<string, string> change)
    {
        var path = await PolicyFileAsync(org, "new.yaml", change);
        await using var workplace = await org.OpenAsync(JournalUse.Read);
        var candidate = PolicyFile.Parse(await File.ReadAllTextAsync(path), "new.yaml");
        Assert.That(candidate.Policy, Is.Not.Null, string.Join('\n', candidate.Problems));
        var run = new BacktestRun(new PolicyUnderTest(path, candidate.Policy!), new PolicyUnderTest("live", workplace.Policy), since: null);
        await new JournalHistory(workplace.Journal).ReplayAsync(run, orgId: null, default);
        return run;
    }

    private static async Task<string> PolicyFileAsync(TestOrg org, string name, Func<string, string> change)
    {
        var path = Path.Combine(org.Folder, name);
        await File.WriteAllTextAsync(path, change(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml"))));
        return path;
    }
}
