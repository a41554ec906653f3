using Microsoft.Extensions.Logging.Abstractions;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Syncs;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Syncs;

internal sealed class SyncRunnerTests
{
    private readonly SyncHistory history = new();
    private TemporaryFolder folder = null!;
    private SandboxServer org = null!;

    [SetUp]
    public async Task StartOrgAsync()
    {
        folder = new TemporaryFolder();
        org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
    }

    [TearDown]
    public async Task CleanUpAsync()
    {
        await org.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Where_writes_are_not_enabled_it_plans_and_the_org_sees_only_reads()
    {
        await using var workplace = await OpenAsync();
        using var runner = Runner(workplace, SyncMode.Plan);

        var outcome = await runner.RunAsync("nightly-sync", default);

        Assert.That((outcome.Status, outcome.Summary), Is.EqualTo((SyncStatus.Planned, (object?)null)));
        Assert.That(outcome.Sentence, Does.Contain("20 opportunities read").And.Contain("Nothing was written: Writes:Enabled is false"));
        Assert.That(org.Calls.Latest.Select(call => call.Method), Is.All.EqualTo("GET"));
        Assert.That(await workplace.Journal.RunsAsync(org.Org.Id, 10), Is.Empty);
    }

    [Test]
    public async Task Syncs_that_come_together_run_one_after_the_other()
    {
        await using var workplace = await OpenAsync();
        using var runner = Runner(workplace, SyncMode.Write);

        var outcomes = await Task.WhenAll(runner.RunAsync("a", default), runner.RunAsync("b", default), runner.RunAsync("c", default));

        Assert.That(outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(SyncStatus.Complete));
        var runs = (await workplace.Journal.RunsAsync(org.Org.Id, 10)).OrderBy(run => run.StartedAt).ToList();
        Assert.That(runs, Has.Count.EqualTo(3));
        Assert.That(runs.Zip(runs.Skip(1)).All(pair => pair.First.FinishedAt <= pair.Second.StartedAt), Is.True);
    }

    [Test]
    public async Task A_failed_sign_in_fails_the_sync_with_its_sentence_and_the_next_one_tries_again()
    {
        await using var workplace = await OpenAsync(("Salesforce:ClientSecret", "wrong-and-private"));
        using var runner = Runner(workplace, SyncMode.Write);

        var outcome = await runner.RunAsync("nightly-sync", default);

        Assert.That(outcome.Status, Is.EqualTo(SyncStatus.Failed));
        Assert.That(outcome.Sentence, Does.Contain("Salesforce:ClientSecret").And.Not.Contain("wrong-and-private"));
        Assert.That((history.Last, history.Running, history.Org), Is.EqualTo((outcome, (string?)null, (object?)null)));
        Assert.That((await runner.RunAsync("nightly-sync", default)).Status, Is.EqualTo(SyncStatus.Failed));
    }

    [Test]
    public async Task A_stop_interrupts_the_sync_and_is_no_failure()
    {
        await using var workplace = await OpenAsync();
        using var runner = Runner(workplace, SyncMode.Write);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.That((await runner.RunAsync("nightly-sync", stop.Token)).Status, Is.EqualTo(SyncStatus.Interrupted));
        Assert.That((await runner.RunAsync("nightly-sync", default)).Status, Is.EqualTo(SyncStatus.Complete), "the way is free again");
    }

    [Test]
    public async Task Where_another_node_works_on_the_org_the_sync_is_skipped_with_the_reason()
    {
        await using var workplace = await OpenAsync(("Journal:LeaseSeconds", "2"));
        using var runner = Runner(workplace, SyncMode.Write);
        SyncOutcome outcome;
        await using (await workplace.Journal.AcquireLeaseAsync(org.Org.Id, TimeSpan.FromSeconds(2)))
            outcome = await runner.RunAsync("nightly-sync", default);

        Assert.That(outcome.Status, Is.EqualTo(SyncStatus.Skipped));
        Assert.That(outcome.Sentence, Does.StartWith($"The org {org.Org.Id} is being worked on: a run of process {Environment.ProcessId} on "));
        Assert.That((await runner.RunAsync("nightly-sync", default)).Status, Is.EqualTo(SyncStatus.Complete));
    }

    [Test]
    public async Task The_history_knows_the_org_once_signed_in()
    {
        await using var workplace = await OpenAsync();
        using var runner = Runner(workplace, SyncMode.Plan);

        await runner.SignInAsync(default);

        Assert.That(history.Org?.OrganizationId.Value, Is.EqualTo(org.Org.Id));
    }

    private SyncRunner Runner(Workplace workplace, SyncMode mode) => new(
        workplace, mode, () => BusinessDate.Today(TimeProvider.System, workplace.Policy), history, TimeProvider.System, NullLogger<SyncRunner>.Instance);

    private async Task<Workplace> OpenAsync(params (string Key, string Value)[] settings)
    {
        var parse = CommandLine.Root(TimeProvider.System).Parse(["worker", "--config", SandboxSettingsFile.Write(folder, org, settings)]);
        return await Workplace.OpenAsync(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)), JournalUse.Write, TimeProvider.System, default);
    }
}
