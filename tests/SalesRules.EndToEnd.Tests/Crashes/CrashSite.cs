using System.Text.Json;
using SalesRules.Host.Tests.Commands;
using SalesRules.KillPoints;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>One org, its journal, and a process that works on them until it is killed.</summary>
internal sealed class CrashSite : IAsyncDisposable
{
    /// <summary>What a process that SIGKILL ended leaves as its exit code.</summary>
    private const int Killed = 128 + 9;

    private const int MostFurtherRuns = 2;

    private readonly ReplyRelay relay;
    private Command command = null!;

    private CrashSite(TestOrg org, ReplyRelay relay)
    {
        Org = org;
        this.relay = relay;
    }

    public TestOrg Org { get; }

    private string TraceFile => Path.Combine(Org.Folder, "points.txt");

    public static async Task<CrashSite> PrepareAsync(Scenario scenario)
    {
        var org = scenario.Database == DatabaseKind.Postgres
            ? await TestOrg.StartOnPostgresAsync(scenario.Opportunities)
            : await TestOrg.StartAsync(scenario.Opportunities);
        var site = new CrashSite(org, await ReplyRelay.StartAsync(org.Server.Address));
        site.command = await scenario.PrepareAsync(site);
        return site;
    }

    /// <summary>Lets the process come to its end, and tells at which points it could have been killed.</summary>
    public async Task<IReadOnlyList<KillPoint>> CountAsync()
    {
        var served = relay.Served.Count;
        using var process = Start(command, killAt: 0);
        var exitCode = await process.ExitCodeAsync();
        if (exitCode != 0)
            throw new CrashException($"it ended with {exitCode} although nobody killed it: {process.Errors}");
        return KillPoint.Of(await File.ReadAllLinesAsync(TraceFile), [.. relay.Served.Skip(served)]);
    }

    /// <summary>Kills the process at the point.</summary>
    public async Task DieAsync(KillPoint point)
    {
        if (point.AtReply)
        {
            var before = relay.Served.Count;
            await DieAtReplyAsync(command, (number, _) => number - before == point.Number);
            return;
        }

        using var process = Start(command, point.Number);
        await DemandKilledAsync(process);
        var passed = (await File.ReadAllLinesAsync(TraceFile))[^1];
        if (passed != point.Name)
            throw new CrashException($"another point than was counted came there: {passed}");
    }

    /// <summary>Kills the process after the time. False: it had come to its end before.</summary>
    public async Task<bool> DieAfterAsync(TimeSpan time)
    {
        using var process = Start(command, killAt: 0);
        var ended = process.ExitCodeAsync();
        if (await Task.WhenAny(ended, Task.Delay(time)) == ended)
            return false;
        process.Kill();
        return await ended == Killed;
    }

    /// <summary>Kills a process when the org has carried out its first call by that method.</summary>
    public Task DieAtFirstReplyToAsync(Command dying, string method) =>
        DieAtReplyAsync(dying, (_, call) => call.StartsWith(method, StringComparison.Ordinal));

    /// <summary>Starts the service again, within this process, until it has done all there is to do.</summary>
    public async Task FinishAsync()
    {
        await LetTheLeaseRunOutAsync();
        for (var attempt = 1; attempt <= MostFurtherRuns; attempt++)
        {
            var tally = await command.WithinAsync();
            if (tally.IsComplete)
                return;
            if (attempt == MostFurtherRuns)
                throw new CrashException($"the last further run is {tally.Status}: {string.Join("; ", tally.Notes.Lines)}");
        }
    }

    /// <summary>The same as processes of their own.</summary>
    public async Task FinishAsProcessAsync()
    {
        await LetTheLeaseRunOutAsync();
        for (var attempt = 1; attempt <= MostFurtherRuns; attempt++)
        {
            using var process = Start(command, killAt: 0);
            var exitCode = await process.ExitCodeAsync();
            if (exitCode == 0)
                return;
            if (attempt == MostFurtherRuns)
                throw new CrashException($"the last further run ended with {exitCode}: {process.Errors}");
        }
    }

    /// <summary>On one machine the journal's file tells that its holder is dead; on a server only time does, which is made to have passed.</summary>
    private async Task LetTheLeaseRunOutAsync()
    {
        if (Org.JournalDatabase is { } server)
            await server.AskAsync("update leases set expires_at = '2000-01-01T00:00:00.000Z' where expires_at is not null");
    }

    /// <summary>Runs once more: there must be nothing left to write.</summary>
    public async Task DemandQuietAsync()
    {
        Org.Server.Calls.Clear();
        var tally = await command.WithinAsync();
        if (Org.Server.Calls.Latest.Count(call => call.Method == "PATCH") is var writes and > 0)
            throw new CrashException($"a run on unchanged data sent {writes} writes: {string.Join(", ", JournalState.PlannedBy(tally.Run, Org))}");
    }

    /// <summary>Org and journal as they stand.</summary>
    public EndState State() => EndState.Of(Org);

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        await Org.DisposeAsync();
    }

    private async Task DieAtReplyAsync(Command dying, Func<int, string, bool> isIt)
    {
        var started = new TaskCompletionSource<SalesRulesProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        relay.ReplyingAsync = async (number, call) =>
        {
            if (!isIt(number, call))
                return true;
            (await started.Task).Kill();
            return false;
        };
        using var process = Start(dying, killAt: 0);
        started.SetResult(process);
        await DemandKilledAsync(process);
        relay.ReplyingAsync = (_, _) => Task.FromResult(true);
    }

    private static async Task DemandKilledAsync(SalesRulesProcess process)
    {
        var exitCode = await process.ExitCodeAsync();
        if (exitCode != Killed)
            throw new CrashException($"it was to be killed and ended with {exitCode}: {process.Errors}");
    }

    private SalesRulesProcess Start(Command started, int killAt)
    {
        var settings = Path.Combine(Org.Folder, "settings.json");
        File.WriteAllText(settings, JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["Salesforce:LoginUrl"] = relay.Address.GetLeftPart(UriPartial.Authority),
            ["Salesforce:ClientId"] = "sandbox",
            ["Salesforce:ClientSecret"] = "sandbox",
            ["Journal:ConnectionString"] = Org.JournalConnectionString,
            ["Writes:Enabled"] = "true",
        }));
        var environment = new Dictionary<string, string>(new KillPointSettings(TraceFile, killAt).ToEnvironment())
        {
            // It lives for a second: code that runs often is not worth compiling twice.
            ["DOTNET_TieredPGO"] = "0",
        };
        return SalesRulesProcess.Start(Org.Folder, environment, [.. started.Arguments, "--config", settings]);
    }
}
