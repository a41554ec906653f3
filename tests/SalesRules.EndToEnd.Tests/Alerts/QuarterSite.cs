using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using SalesRules.EndToEnd.Tests.Crashes;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;
using SalesRules.KillPoints;
using SalesRules.Notifications.Tests.Receivers;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>
/// An org on a clock of its own, a mail server, three receivers of webhooks, and a process for each command, which lives on that clock too
/// and can be killed.
/// </summary>
internal sealed class QuarterSite : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Channels = ["mail", "slack", "teams", "hook"];

    /// <summary>A first run writes thousands of records, on a machine that may have other work.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, Receiver> receivers;
    private readonly HashSet<string> down = [];
    private TimeSpan ahead;
    private int day;
    private int points;

    private QuarterSite(TestOrg org, OrgClock clock, Dictionary<string, Receiver> receivers)
    {
        (Org, Clock, this.receivers) = (org, clock, receivers);
        foreach (var (channel, receiver) in receivers)
            receiver.Answer = call => Answer(channel, call);
        MailServer.Reached = _ =>
        {
            if (down.Contains("mail"))
                Failed["mail"] = true;
            return Task.CompletedTask;
        };
    }

    public TestOrg Org { get; }

    public OrgClock Clock { get; }

    public SmtpServer MailServer { get; } = new() { Mechanisms = "" };

    /// <summary>How many processes were killed before their end.</summary>
    public int Deaths { get; private set; }

    /// <summary>The run that was the first look.</summary>
    public string FirstRun { get; private set; } = "";

    /// <summary>What came through each channel of HTTP while it was up, with the body as the identity of a message.</summary>
    public ConcurrentQueue<(string Channel, string? Key, string Body)> Taken { get; } = new();

    /// <summary>The channels that somebody was to be told by while they were down.</summary>
    public ConcurrentDictionary<string, bool> Failed { get; } = new();

    private string TraceFile => Path.Combine(Org.Folder, "points.txt");

    public static async Task<QuarterSite> StartAsync(int deals)
    {
        var clock = new OrgClock();
        var receivers = new Dictionary<string, Receiver>();
        foreach (var channel in Channels.Where(channel => channel != "mail"))
            receivers[channel] = await Receiver.StartAsync();
        return new QuarterSite(await TestOrg.StartAsync(clock, deals), clock, receivers);
    }

    /// <summary>The next day on which people work, at the hour at which the quarter began.</summary>
    public void NextBusinessDay()
    {
        var began = Clock.GetUtcNow() - ahead;
        do
            day++;
        while (began.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Advance(TimeSpan.FromDays(day) - ahead);
        Org.Person.SignInAgain();
    }

    /// <summary>These channels answer nothing useful until <see cref="HourAsync"/> has passed.</summary>
    public void TakeDown(IEnumerable<string> channels)
    {
        down.UnionWith(channels);
        if (down.Contains("mail"))
            MailServer.Faults["MAIL"] = "451 4.3.0 Not now";
    }

    /// <summary>A run and what it has to tell, from its start to its end.</summary>
    public async Task RunAsync()
    {
        await EndAsync([ExitCode.Done], "run", "--approve-budget", "Dana Fox", "--reason", "a quarter in minutes");
        points = (await File.ReadAllLinesAsync(TraceFile)).Length;
        if (FirstRun.Length == 0)
            FirstRun = JournalState.RunIdsOf(Org).Single();
    }

    /// <summary>A run that is killed at one of as many points as the last one passed; one that ends before that does not count.</summary>
    public async Task DieInARunAsync(Random chance)
    {
        using var dying = Start(1 + chance.Next(points), "run", "--approve-budget", "Dana Fox", "--reason", "a quarter in minutes");
        if (await dying.ExitCodeAsync(Patience) != 0)
            Deaths++;
    }

    /// <summary>An hour in which what waits is tried again, once in the outage and once behind it; the claims of the dead run out in it.</summary>
    public async Task HourAsync()
    {
        if (Failed.Keys.Any(down.Contains))
            await SendAfterAsync(TimeSpan.FromMinutes(30));
        down.Clear();
        MailServer.Faults.Clear();
        if (JournalState.WaitingMessagesOf(Org) > 0)
            await SendAfterAsync(TimeSpan.FromMinutes(30));
    }

    /// <summary>Until nothing waits any more.</summary>
    public async Task ToldAsync()
    {
        for (var hour = 0; hour < 72 && JournalState.WaitingMessagesOf(Org) > 0; hour += 6)
            await SendAfterAsync(TimeSpan.FromHours(6));
    }

    public async ValueTask DisposeAsync()
    {
        await MailServer.DisposeAsync();
        foreach (var receiver in receivers.Values)
            await receiver.DisposeAsync();
        await Org.DisposeAsync();
    }

    private Reply Answer(string channel, ReceivedCall call)
    {
        if (down.Contains(channel))
        {
            Failed[channel] = true;
            return Reply.Of(503);
        }

        Taken.Enqueue((channel, call.Headers.GetValueOrDefault("Idempotency-Key"), Convert.ToBase64String(call.Body)));
        return channel == "teams" ? Reply.Of(202) : Reply.Of(200, "ok");
    }

    private Task SendAfterAsync(TimeSpan wait)
    {
        Advance(wait);
        return EndAsync([ExitCode.Done, ExitCode.Partial], "alerts", "send");
    }

    private void Advance(TimeSpan by)
    {
        ahead += by;
        Clock.Advance(by);
    }

    private async Task EndAsync(int[] accepted, params string[] args)
    {
        using var process = Start(killAt: 0, args);
        Assert.That(await process.ExitCodeAsync(Patience), Is.AnyOf([.. accepted.Cast<object>()]), $"{Clock.GetUtcNow():u} {args[0]}: {process.Errors}");
    }

    private SalesRulesProcess Start(int killAt, params string[] args)
    {
        var file = Path.Combine(Org.Folder, "settings.json");
        File.WriteAllText(file, JsonSerializer.Serialize(Settings()));
        var environment = new Dictionary<string, string>(new KillPointSettings(TraceFile, killAt).ToEnvironment())
        {
            ["DOTNET_TieredPGO"] = "0",
            ["CLOCK_AHEAD"] = ahead.ToString("c", CultureInfo.InvariantCulture),
        };
        return SalesRulesProcess.StartProgram("salesrules-ahead.dll", Org.Folder, environment, [.. args, "--config", file]);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Salesforce:LoginUrl"] = Org.Server.Address.GetLeftPart(UriPartial.Authority),
        ["Salesforce:ClientId"] = "sandbox",
        ["Salesforce:ClientSecret"] = "sandbox",
        ["Writes:Enabled"] = "true",
        ["Journal:ConnectionString"] = Org.JournalConnectionString,
        ["Channels:mail:Kind"] = "Email",
        ["Channels:mail:Host"] = "127.0.0.1",
        ["Channels:mail:Port"] = MailServer.Port.ToString(CultureInfo.InvariantCulture),
        ["Channels:mail:Tls"] = "None",
        ["Channels:mail:From"] = "rules@sales.example",
        ["Channels:slack:Kind"] = "Slack",
        ["Channels:slack:Url"] = receivers["slack"].Url + "/",
        ["Channels:teams:Kind"] = "Teams",
        ["Channels:teams:Url"] = receivers["teams"].Url + "/",
        ["Channels:hook:Kind"] = "Webhook",
        ["Channels:hook:Url"] = receivers["hook"].Url + "/",
        ["Channels:hook:Secret"] = "0123456789abcdef0123456789abcdef",
        ["Recipients:owner:Channels:0"] = "mail",
        ["Recipients:manager:Channels:0"] = "hook",
        ["Recipients:vp-sales:Channels:0"] = "slack",
        ["Recipients:vp-sales:Channels:1"] = "mail:vp@sales.example",
        ["Recipients:se-director:Channels:0"] = "teams",
        ["Recipients:se-director:Channels:1"] = "mail:se@sales.example",
        ["Recipients:cs-lead:Channels:0"] = "hook",
        ["Recipients:sales-ops:Channels:0"] = "hook",
    };
}
