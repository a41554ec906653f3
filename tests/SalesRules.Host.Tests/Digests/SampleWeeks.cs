using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Digests;

/// <summary>
/// A sandbox org over one week of 2026, the same one each time: the service runs on Monday, Wednesday, Friday and Monday, and between its runs
/// people win, lose, push, score and change their minds. It stands still on Monday, 2 March, before seven.
/// </summary>
internal sealed class SampleWeeks : IAsyncDisposable
{
    private static readonly DateTimeOffset FirstMonday = new(2026, 2, 23, 6, 30, 0, TimeSpan.Zero);

    private readonly HttpClient http;

    private SampleWeeks(TemporaryFolder folder, SandboxServer server, MovingClock clock, string settings, string policy)
    {
        (Folder, Server, Clock, Settings, Policy) = (folder, server, clock, settings, policy);
        http = new HttpClient { BaseAddress = server.Address };
    }

    public TemporaryFolder Folder { get; }

    public SandboxServer Server { get; }

    public MovingClock Clock { get; }

    public string Settings { get; }

    public string Policy { get; }

    public static async Task<SampleWeeks> LiveAsync()
    {
        var clock = new MovingClock { Now = FirstMonday };
        var server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 150, Seed = 42 }, clock, default);
        var folder = new TemporaryFolder();
        var policy = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml")))
            .Replace("  target: {}  ", "  target: { q1: 6000000, q2: 6000000, q3: 7000000, q4: 7000000 }  ", StringComparison.Ordinal)
            .Replace("capacity: null    ", "capacity: 4    ", StringComparison.Ordinal);
        var weeks = new SampleWeeks(folder, server, clock, SandboxSettingsFile.Write(folder, server, ("Writes:Enabled", "true")), folder.Write("policy.yaml", policy));
        await weeks.LiveThroughAsync();
        return weeks;
    }

    /// <summary>A command on the last Monday; the sandbox's address, which is another each time, reads as that of an org.</summary>
    public async Task<CommandRun> RunAsync(params string[] args)
    {
        var run = await CommandRun.OfAsync(Clock, [.. args, "--config", Settings, "--policy", Policy]);
        return run with { Output = WithoutAddress(run.Output) };
    }

    /// <summary>Nor does it name the policy by its hash, which every change of a comment changes.</summary>
    public string WithoutAddress(string text) => Regex.Replace(
        text.Replace(Server.Address.AbsoluteUri, "https://example.my.salesforce.com/", StringComparison.Ordinal), "sha256:[0-9a-f]{64}", "sha256:the-policys-hash");

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>What somebody sees of open deals with an amount, the largest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> OpenAsync(string fields)
    {
        SignIn(Server.Org.AdminUserId);
        var soql = $"SELECT Id, OwnerId, Amount, CloseDate, {fields} FROM Opportunity WHERE IsClosed = false AND Amount > 0 ORDER BY Amount DESC, Id";
        var reply = await http.GetFromJsonAsync<JsonElement>($"services/data/v64.0/query?q={Uri.EscapeDataString(soql)}");
        return [.. reply.GetProperty("records").EnumerateArray()];
    }

    /// <summary>As its owner does it.</summary>
    public async Task EditAsync(JsonElement deal, JsonObject fields)
    {
        SignIn(deal.GetProperty("OwnerId").GetString()!);
        using var reply = await http.PatchAsJsonAsync($"services/data/v64.0/sobjects/Opportunity/{deal.GetProperty("Id").GetString()}", fields);
        Assert.That((int)reply.StatusCode, Is.EqualTo(204), await reply.Content.ReadAsStringAsync());
    }

    /// <summary>The service runs, early on that day.</summary>
    public async Task RunOnAsync(string day)
    {
        Clock.Now = new DateTimeOffset(Day(day), TimeOnly.FromTimeSpan(FirstMonday.TimeOfDay), TimeSpan.Zero);
        var run = await CommandRun.OfAsync(Clock, "run", "--config", Settings, "--policy", Policy, "--approve-budget", "The tests", "--reason", "a made-up org");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
    }

    /// <summary>Somebody does something on that day, each a few minutes behind the one before.</summary>
    public async Task OnAsync(string day, Func<Task> act)
    {
        var at = new DateTimeOffset(Day(day), new TimeOnly(10, 0), TimeSpan.Zero);
        Clock.Now = at > Clock.Now ? at : Clock.Now.AddMinutes(7);
        await act();
    }

    private async Task LiveThroughAsync()
    {
        await RunOnAsync("2026-02-23");
        var deals = await OpenAsync("StageName");
        await EarlyInTheWeekAsync(deals);
        await RunOnAsync("2026-02-25");
        await LaterInTheWeekAsync(deals);
        await RunOnAsync("2026-02-27");
        await OnAsync("2026-02-27", () => EditAsync(deals[0], new JsonObject { ["MIQL_Leadership__c"] = 2 }));
        await OnAsync("2026-02-27", () => CreateAsync(deals[5], "<b>Vega & Sons</b> | *pilot* [2026]", 72_000));
        await OnAsync("2026-02-27", () => HoldAsync(deals[10]));
        await RunOnAsync("2026-03-02");

        // Behind the last run, so that it is not corrected yet.
        Clock.Advance(TimeSpan.FromMinutes(10));
        await EditAsync(deals[12], new JsonObject { ["ForecastCategoryName"] = "Commit", ["MIQL_Insight__c"] = null });
    }

    private async Task EarlyInTheWeekAsync(IReadOnlyList<JsonElement> deals)
    {
        await OnAsync("2026-02-23", () => EditAsync(deals[0], new JsonObject { ["MIQL_Maps__c"] = 1, ["MIQL_Leadership__c"] = 1 }));
        await OnAsync("2026-02-24", () => EditAsync(deals[1], new JsonObject { ["MIQL_Leadership__c"] = 1 }));
        await OnAsync("2026-02-24", () => EditAsync(deals[2], new JsonObject { ["CloseDate"] = Later(deals[2], 35) }));
        await OnAsync("2026-02-24", () => EditAsync(deals[3], new JsonObject { ["CloseDate"] = Later(deals[3], 20) }));
        await OnAsync("2026-02-24", () => EditAsync(deals[6], new JsonObject { ["Amount"] = deals[6].GetProperty("Amount").GetDecimal() + 60_000 }));
    }

    private async Task LaterInTheWeekAsync(IReadOnlyList<JsonElement> deals)
    {
        await OnAsync("2026-02-25", () => EditAsync(deals[0], new JsonObject { ["MIQL_Maps__c"] = 2 }));
        await OnAsync("2026-02-25", () => EditAsync(deals[7], new JsonObject { ["Amount"] = deals[7].GetProperty("Amount").GetDecimal() - 40_000 }));
        await OnAsync("2026-02-25", () => EditAsync(deals[8], new JsonObject { ["StageName"] = "Closed Won" }));
        await OnAsync("2026-02-25", () => EditAsync(deals[11], new JsonObject { ["StageName"] = "Closed Won" }));
        await OnAsync("2026-02-26", () => EditAsync(deals[9], new JsonObject { ["StageName"] = "Closed Lost" }));
        await OnAsync("2026-02-26", () => EditAsync(deals[3], new JsonObject { ["CloseDate"] = Later(deals[3], 0) }));
        await OnAsync("2026-02-26", () => EditAsync(deals[1], new JsonObject { ["MIQL_Leadership__c"] = 2 }));
        await OnAsync("2026-02-26", () => CreateAsync(deals[4], "Northgate Logistics: platform", 180_000));
    }

    private Task HoldAsync(JsonElement deal) => EditAsync(deal, new JsonObject
    {
        ["Forecast_Hold__c"] = "Commit",
        ["Forecast_Hold_Set_On__c"] = "2026-02-27",
        ["Forecast_Hold_Until__c"] = "2026-03-06",
        ["Forecast_Hold_Reason__c"] = "The CFO signs on Thursday",
        ["Forecast_Hold_By__c"] = deal.GetProperty("OwnerId").GetString(),
    });

    private async Task CreateAsync(JsonElement like, string name, int amount)
    {
        SignIn(like.GetProperty("OwnerId").GetString()!);
        var fields = new JsonObject
        {
            ["Name"] = name,
            ["OwnerId"] = like.GetProperty("OwnerId").GetString(),
            ["StageName"] = "Qualification",
            ["CloseDate"] = "2026-06-30",
            ["Amount"] = amount,
            ["Type"] = "New Business",
        };
        using var reply = await http.PostAsJsonAsync("services/data/v64.0/sobjects/Opportunity", fields);
        Assert.That((int)reply.StatusCode, Is.EqualTo(201), await reply.Content.ReadAsStringAsync());
    }

    private void SignIn(string user) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Server.Sessions.Start(user));

    private static string Later(JsonElement deal, int days) => Day(deal.GetProperty("CloseDate").GetString()!).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
