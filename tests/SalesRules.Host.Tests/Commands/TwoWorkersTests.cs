using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

/// <summary>Two workers on one PostgreSQL: the journal is shared, and each slot of a schedule is one node's.</summary>
[Platform(Exclude = "Win", Reason = "Workers are stopped by signals.")]
internal sealed class TwoWorkersTests
{
    private TemporaryFolder folder = null!;
    private TestDatabase database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync()
    {
        folder = new TemporaryFolder();
        database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, empty: true);
    }

    [TearDown]
    public async Task DropDatabaseAsync()
    {
        folder.Dispose();
        await database.DisposeAsync();
    }

    [Test]
    public async Task They_start_at_once_on_an_empty_database_share_the_slots_and_a_survivor_goes_on()
    {
        await using var org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        var settings = SandboxSettingsFile.Write(
            folder, org, ("Journal:ConnectionString", database.ConnectionString), ("Journal:LeaseSeconds", "5"), ("Schedules:often:Cron", "*/2 * * * * *"), ("Writes:Enabled", "true"));
        using var one = SalesRulesProcess.Start(folder.Path, new Dictionary<string, string>(), "worker", "--config", settings);
        using var two = SalesRulesProcess.Start(folder.Path, new Dictionary<string, string>(), "worker", "--config", settings);
        await one.WaitForErrorsAsync("Health page: ");
        await two.WaitForErrorsAsync("Health page: ");
        Assert.That(one.Errors, Does.Contain($"Journal: {database.Place}").And.Contain($"Salesforce: {org.Address}"));

        one.Terminate();
        Assert.That(await one.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), one.Errors);
        await two.WaitForErrorsAsync("Sync (often): Complete");
        two.Terminate();
        Assert.That(await two.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), two.Errors);

        // A slot that both had taken would have found the lease of the org held by the other.
        Assert.That(one.Errors + two.Errors, Does.Not.Contain("Sync (often) failed").And.Not.Contain("Sync (often): Skipped"));
        Assert.That(await database.AskAsync("select count(*) from pg_tables where schemaname = 'quartz' and tablename = 'qrtz_triggers'"), Is.EqualTo(1));
        Assert.That(await database.AskAsync("select count(*) from runs where status = 'running'"), Is.Zero);
        Assert.That(await database.AskAsync("select count(*) from slots where state = 'ran' and outcome = 'complete'"), Is.Positive);
        Assert.That(
            await database.AskAsync("select count(*) from runs r where r.status = 'complete' and 1 <> (select count(*) from slots s where s.run_id = r.run_id and s.caught_up_by is null)"),
            Is.Zero,
            "each run stands for one slot, on whichever node");
    }
}
