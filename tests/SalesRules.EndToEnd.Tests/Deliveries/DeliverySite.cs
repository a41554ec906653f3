using System.Text.Json;
using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Tests.Commands;
using SalesRules.KillPoints;
using SalesRules.Notifications.Tests.Receivers;
using SalesRules.Notifications.Tests.Smtp;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Deliveries;

/// <summary>
/// An org whose journal has alerts to tell, a real mail server, a real receiver of webhooks, and a process that tells them until it is
/// killed.
/// </summary>
internal sealed class DeliverySite : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly TestOrg org;
    private readonly Receiver receiver;
    private readonly List<string> expectedMails = [];
    private readonly List<string> expectedCalls = [];
    private int raised;
    private SalesRulesProcess? process;

    private DeliverySite(TestOrg org, Receiver receiver) => (this.org, this.receiver) = (org, receiver);

    public SmtpServer MailServer { get; } = new() { Mechanisms = "" };

    /// <summary>The commands that the mail server has seen, GREETING and END among them, in order.</summary>
    public List<string> MailCommands { get; } = [];

    /// <summary>How many copies came beyond the first of each.</summary>
    public int Repeats => MailServer.Mails.Count + receiver.Calls.Count - expectedMails.Count - expectedCalls.Count;

    private string TraceFile => Path.Combine(org.Folder, "points.txt");

    public static async Task<DeliverySite> StartAsync(DatabaseKind database)
    {
        var org = database == DatabaseKind.Postgres ? await TestOrg.StartOnPostgresAsync(0) : await TestOrg.StartAsync(0);
        var site = new DeliverySite(org, await Receiver.StartAsync());
        // The journal knows an org once a run of it is in there; what that run has to tell is told at once.
        await org.RunAsync();
        await using (var workplace = await org.OpenAsync(JournalUse.Note))
            await workplace.Get<AlertRound>().RunAsync(TextWriter.Null, default);
        return site;
    }

    /// <summary>Two alerts: one about a deal, by mail, and one about the org, by mail and by webhook.</summary>
    public async Task RaiseAsync()
    {
        var number = ++raised;
        var deal = new AlertDeal(SalesforceId.Parse("006A000001kUVyzIAG"), "Acme", null, null, "new-business", null, 120_000m, "Proposal", "Commit", Day);
        Alert[] alerts =
        [
            new() { Key = $"risk/{number}", Kind = AlertKind.RiskEntered, On = Day, Deal = deal, Risk = RiskLevel.High, Reasons = ["It is above its ceiling."] },
            new() { Key = $"base/{number}", Kind = AlertKind.Baseline, On = Day, Reasons = ["Three deals are at risk."] },
        ];
        await using var workplace = await org.OpenAsync(JournalUse.Note);
        await workplace.Journal.RaiseAsync((await workplace.Journal.LastOrgAsync())!, alerts);
        expectedMails.AddRange([$"alert/risk/{number}/vp-sales", $"alert/base/{number}/vp-sales"]);
        expectedCalls.Add($"alert/base/{number}/sales-ops");
    }

    /// <summary>Lets the process come to its end and returns the points that it passed.</summary>
    public async Task<IReadOnlyList<string>> CountAsync()
    {
        MailServer.Reached = at =>
        {
            lock (MailCommands)
                MailCommands.Add(at);
            return Task.CompletedTask;
        };
        using var counted = Start(killAt: 0);
        Assert.That(await counted.ExitCodeAsync(), Is.Zero, counted.Errors);
        MailServer.Reached = _ => Task.CompletedTask;
        return await File.ReadAllLinesAsync(TraceFile);
    }

    /// <summary>Kills the process at the point that it passes as that number.</summary>
    public async Task DieAtAsync(int point)
    {
        using var dying = Start(point);
        await dying.ExitCodeAsync();
    }

    /// <summary>Kills the process when the mail server has read its command of that number.</summary>
    public async Task DieAtMailCommandAsync(int number)
    {
        var seen = 0;
        MailServer.Reached = _ =>
        {
            if (Interlocked.Increment(ref seen) == number)
                process!.Kill();
            return Task.CompletedTask;
        };
        await RunToItsEndAsync();
        MailServer.Reached = _ => Task.CompletedTask;
    }

    /// <summary>Kills the process when the webhook has read its call and has not answered.</summary>
    public async Task DieAtWebhookAsync()
    {
        receiver.Answer = _ =>
        {
            process!.Kill();
            return Reply.Reset;
        };
        await RunToItsEndAsync();
        receiver.Answer = _ => Reply.Of(200, "ok");
    }

    /// <summary>Starts the service again, until all is told. What the dead had claimed is free, as it is once the claim has run out.</summary>
    public async Task FinishAsync()
    {
        await using var workplace = await org.OpenAsync(JournalUse.Note, [.. Settings().Select(setting => (setting.Key, (string?)setting.Value))]);
        await AskAsync("update messages set claimed_until = '2000-01-01T00:00:00.000Z' where claimed_until is not null");
        var sent = await workplace.Get<AlertRound>().RunAsync(TextWriter.Null, default);
        Assert.That(sent with { Delivered = 0 }, Is.EqualTo(PostTally.None));
    }

    /// <summary>What is wrong with what was told so far; null: nothing is. Each message came, and its copies are alike.</summary>
    public string? Fault()
    {
        var mails = MailServer.Mails.Select(mail => (Key: mail.Header("X-SalesRules-Key")!, Id: mail.Header("Message-ID"), Body: mail.Part("text/plain"))).ToLookup(mail => mail.Key);
        var calls = receiver.Calls.Select(call => (Key: call.Headers["Idempotency-Key"], Body: Convert.ToBase64String(call.Body))).ToLookup(call => call.Key);
        var lost = expectedMails.Except(mails.Select(one => one.Key)).Concat(expectedCalls.Except(calls.Select(one => one.Key))).ToList();
        var strange = mails.Select(one => one.Key).Except(expectedMails).Concat(calls.Select(one => one.Key).Except(expectedCalls)).ToList();
        var changed = mails.Where(one => one.Distinct().Count() > 1).Select(one => one.Key).Concat(calls.Where(one => one.Distinct().Count() > 1).Select(one => one.Key)).ToList();
        return lost.Count + strange.Count + changed.Count == 0 ? null : $"lost: {string.Join(", ", lost)}; not expected: {string.Join(", ", strange)}; copies that differ: {string.Join(", ", changed)}";
    }

    /// <summary>How many messages of the journal are not delivered.</summary>
    public async Task<long> OpenMessagesAsync() => Convert.ToInt64(await AskAsync("select count(*) from messages where state <> 'delivered'"), System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        process?.Dispose();
        await MailServer.DisposeAsync();
        await receiver.DisposeAsync();
        await org.DisposeAsync();
    }

    private async Task RunToItsEndAsync()
    {
        process = Start(killAt: 0);
        await process.ExitCodeAsync();
        process.Dispose();
        process = null;
    }

    private SalesRulesProcess Start(int killAt)
    {
        var file = Path.Combine(org.Folder, "settings.json");
        File.WriteAllText(file, JsonSerializer.Serialize(Settings()));
        var environment = new Dictionary<string, string>(new KillPointSettings(TraceFile, killAt).ToEnvironment()) { ["DOTNET_TieredPGO"] = "0" };
        return SalesRulesProcess.Start(org.Folder, environment, "alerts", "send", "--config", file);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Salesforce:LoginUrl"] = org.Server.Address.GetLeftPart(UriPartial.Authority),
        ["Salesforce:ClientId"] = "sandbox",
        ["Salesforce:ClientSecret"] = "sandbox",
        ["Journal:ConnectionString"] = org.JournalConnectionString,
        ["Channels:mail:Kind"] = "Email",
        ["Channels:mail:Host"] = "127.0.0.1",
        ["Channels:mail:Port"] = MailServer.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Channels:mail:Tls"] = "None",
        ["Channels:mail:From"] = "rules@sales.example",
        ["Channels:hook:Kind"] = "Webhook",
        ["Channels:hook:Url"] = receiver.Url + "/",
        ["Channels:hook:Secret"] = "0123456789abcdef0123456789abcdef",
        ["Recipients:vp-sales:Channels:0"] = "mail:vp@sales.example",
        ["Recipients:sales-ops:Channels:0"] = "hook",
    };

    private async Task<object?> AskAsync(string sql)
    {
        if (org.JournalDatabase is { } server)
            return await server.AskAsync(sql);
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={org.JournalFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
