using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Alerts;

/// <summary>A sandbox org, a journal with one run of it, and settings; alerts are raised as a run raises them.</summary>
internal sealed class AlertDesk : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private int raised;

    private AlertDesk(SandboxServer org) => Server = org;

    public SandboxServer Server { get; }

    public string OrgId => Server.Org.Id;

    public string SettingsPath { get; private set; } = "";

    public string JournalFile => folder.File("journal.db");

    public static async Task<AlertDesk> OpenAsync(params (string Key, string Value)[] settings)
    {
        var desk = new AlertDesk(await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default));
        desk.SettingsPath = SandboxSettingsFile.Write(desk.folder, desk.Server, [("Writes:Enabled", "true"), .. settings]);
        await using var workplace = await desk.WorkplaceAsync();
        await workplace.Get<Host.Runs.RuleRun>().RunOnceAsync(
            new Host.Runs.RunRequest { AsOf = BusinessDate.Today(TimeProvider.System, workplace.Policy), Kind = SalesRules.Journal.Runs.RunKind.Run }, default);
        // What the run itself may have raised is not what the test is about.
        await desk.AskAsync("delete from alerts");
        return desk;
    }

    public async Task<Workplace> WorkplaceAsync(JournalUse use = JournalUse.Write)
    {
        var parse = CommandLine.Root(TimeProvider.System).Parse(["run", "--config", SettingsPath]);
        return await Workplace.OpenAsync(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)), use, TimeProvider.System, default);
    }

    public async Task RaiseAsync(params IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            var at = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddSeconds(raised++).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            await AskAsync(
                $"insert into alerts (org_id, alert_key, kind, run_id, content, raised_at) select '{OrgId}', '{alert.Key}', 'x', max(run_id), '{AlertJson.Write(alert).Replace("'", "''", StringComparison.Ordinal)}', '{at}' from runs");
        }
    }

    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={JournalFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder.Dispose();
    }
}
