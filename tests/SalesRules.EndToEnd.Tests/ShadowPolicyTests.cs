using SalesRules.Host.Configuration;
using SalesRules.Journal.History;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A candidate policy decides beside the live one on every run: counted, kept, and never in the way.</summary>
public class ShadowPolicyTests
{
    [Test]
    public async Task A_run_with_a_shadow_does_what_it_does_without_and_tells_what_the_candidate_would_have_done()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 100);
        await using var twin = await TestOrg.StartAsync(opportunities: 100);

        var shadowed = await org.RunAsync(("Policy:Shadow", await CandidateAsync(org)));
        var plain = await twin.RunAsync();

        Assert.That(shadowed.Shadow!.Problem, Is.Null);
        Assert.That((shadowed.Shadow.Differences.Read.Deals, shadowed.Shadow.Differences.Different.Deals > 0), Is.EqualTo((shadowed.Evaluated, true)));
        Assert.That(shadowed.Shadow.Differences.Lost["forecast.above-ceiling"], Is.EqualTo(plain.Rules.Flagged["forecast.above-ceiling"]));
        Assert.That((shadowed.Writes.Written, shadowed.Planned.CorrectedDeals, shadowed.Writes.TasksCreated, shadowed.ApiCalls, shadowed.Status), Is.EqualTo((plain.Writes.Written, plain.Planned.CorrectedDeals, plain.Writes.TasksCreated, plain.ApiCalls, plain.Status)));
        Assert.That(plain.Shadow, Is.Null);
    }

    [Test]
    public async Task What_it_found_is_kept_apart_from_the_decisions()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 30);
        var run = await org.RunAsync(("Policy:Shadow", await CandidateAsync(org)));

        await using var workplace = await org.OpenAsync(JournalUse.Read);
        var kept = (await workplace.Journal.ShadowsAsync((await workplace.Journal.LastOrgAsync())!, 10)).Single();
        var hashes = new HashSet<string>();
        await foreach (var decision in workplace.Journal.StoredDecisionsAsync(DecisionFilter.All))
            hashes.Add(decision.PolicyHash);

        Assert.That((kept.Run, kept.PolicyHash, kept.Decided, kept.Different), Is.EqualTo((run.Run, run.Shadow!.PolicyHash, run.Shadow.Differences.Read.Deals, run.Shadow.Differences.Different.Deals)));
        Assert.That(hashes, Is.EqualTo(new[] { workplace.Policy.Hash }));
        Assert.That(await workplace.Journal.PolicyAsync(kept.PolicyHash!), Does.Contain("forecast.above-ceiling: off"));
    }

    [TestCase("stages: 3\n", "error(s)", Description = "a policy with errors")]
    [TestCase(null, "cannot be read", Description = "no such file")]
    public async Task A_broken_shadow_is_told_and_the_run_is_as_good_as_without(string? text, string told)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 30);
        var path = Path.Combine(org.Folder, "broken.yaml");
        if (text is not null)
            await File.WriteAllTextAsync(path, text);

        var run = await org.RunAsync(("Policy:Shadow", path));

        Assert.That((run.IsComplete, run.Writes.Written > 0), Is.EqualTo((true, true)), string.Join('\n', run.Notes.Lines));
        Assert.That(run.Shadow!.Problem, Does.Contain(told));
        using var printed = new StringWriter();
        Host.Commands.RunReport.Print(run, printed, json: false);
        Assert.That(printed.ToString(), Does.Contain("! shadow policy: broken.yaml decided nothing: "));
    }

    private static async Task<string> CandidateAsync(TestOrg org)
    {
        var path = Path.Combine(org.Folder, "candidate.yaml");
        var live = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml"));
        await File.WriteAllTextAsync(path, live.Replace("severities: {}", "severities: { forecast.above-ceiling: off }", StringComparison.Ordinal));
        return path;
    }
}
