using Microsoft.Extensions.Configuration;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Plans;
using SalesRules.Sandbox;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A sandbox org, a journal in a folder of its own, and the service as the commands put it together.</summary>
internal sealed class TestOrg : IAsyncDisposable
{
    private TestOrg(SandboxServer server)
    {
        Server = server;
        Person = new Person(server);
    }

    public SandboxServer Server { get; }

    /// <summary>A folder of this org's own, gone with it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("salesrules-").FullName;

    public string JournalFile => Path.Combine(Folder, "journal.db");

    /// <summary>The database that the journal lives in; null: <see cref="JournalFile"/>. Gone with the org.</summary>
    public TestDatabase? JournalDatabase { get; init; }

    public string JournalConnectionString => JournalDatabase?.ConnectionString ?? $"Data Source={JournalFile}";

    /// <summary>Somebody who works in the org beside the service.</summary>
    public Person Person { get; }

    public static Task<TestOrg> StartAsync(int opportunities = 120, int seed = 7) => StartAsync(TimeProvider.System, opportunities, seed);

    /// <summary>An org with a clock of its own.</summary>
    public static async Task<TestOrg> StartAsync(TimeProvider clock, int opportunities = 120, int seed = 7) =>
        new(await SandboxServer.StartAsync(new SandboxOptions { Opportunities = opportunities, Seed = seed }, clock, default));

    /// <summary>An org whose journal lives in a PostgreSQL database of its own.</summary>
    public static async Task<TestOrg> StartOnPostgresAsync(int opportunities, int seed = 7) =>
        new(await SandboxServer.StartAsync(new SandboxOptions { Opportunities = opportunities, Seed = seed }, TimeProvider.System, default))
        {
            JournalDatabase = await TestDatabase.CreateAsync(DatabaseKind.Postgres),
        };

    /// <summary>Opens the service on this org, as a command does.</summary>
    public Task<Workplace> OpenAsync(JournalUse use = JournalUse.Write, params (string Key, string? Value)[] further) =>
        OpenAsync(TimeProvider.System, use, further);

    /// <inheritdoc cref="OpenAsync(JournalUse, ValueTuple{string, string}[])"/>
    public Task<Workplace> OpenAsync(TimeProvider time, JournalUse use, params (string Key, string? Value)[] further)
    {
        var settings = new ConfigurationBuilder()
            .AddConfiguration(InProcessSandbox.PointAt(new ConfigurationBuilder().Build(), Server))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Journal:ConnectionString"] = JournalConnectionString })
            .AddInMemoryCollection(further.ToDictionary(pair => pair.Key, pair => pair.Value))
            .Build();
        return Workplace.OpenAsync(CommandLine.Root(TimeProvider.System).Parse(["run"]), settings, use, time, default);
    }

    /// <summary>One run, from opening to closing the journal.</summary>
    public async Task<RunTally> RunAsync(params (string Key, string? Value)[] further)
    {
        await using var workplace = await OpenAsync(JournalUse.Write, further);
        return await workplace.Get<RuleRun>().RunOnceAsync(Request(workplace), default);
    }

    public async Task<WriteBackPlan> PlanAsync(params SalesforceId[] ids)
    {
        await using var workplace = await OpenAsync(JournalUse.Read);
        return await workplace.Get<PlanRun>().PlanAsync(Request(workplace) with { Ids = ids.Length == 0 ? null : ids }, _ => { }, default);
    }

    public async Task<RunTally> ApplyAsync(WriteBackPlan plan)
    {
        await using var workplace = await OpenAsync();
        return await workplace.Get<ApplyRun>().ApplyAsync(plan, approval: null, watch: null, default);
    }

    public static RunRequest Request(Workplace workplace) =>
        new() { AsOf = BusinessDate.Today(TimeProvider.System, workplace.Policy), Kind = RunKind.Run };

    public async ValueTask DisposeAsync()
    {
        Person.Dispose();
        await Server.DisposeAsync();
        if (JournalDatabase is not null)
            await JournalDatabase.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
