using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Digests;

/// <summary>
/// A sandbox org over four weeks of 2026, the same ones each time: the service runs every Monday, and between the Mondays its people win, lose,
/// push, score and change their minds. It stands still on Monday, 2 March, at half past six.
/// </summary>
internal sealed class SampleWeeks : IAsyncDisposable
{
    private static readonly DateTimeOffset FirstMonday = new(2026, 2, 9, 6, 30, 0, TimeSpan.Zero);

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
            .Replace("  target: {}  ", "  target: { q1: 3000000, q2: 3000000, q3: 3500000, q4: 3500000 }  ", StringComparison.Ordinal)
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

    public string WithoutAddress(string text) =>
        text.Replace(Server.Address.AbsoluteUri, "https://example.my.salesforce.com/", StringComparison.Ordinal);

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

    private async Task LiveThroughAsync()
    {
        await MondayAsync();
        var deals = await OpenAsync("StageName");
        await OnAsync("2026-02-11", () => EditAsync(deals[0], new JsonObject { ["MIQL_Maps__c"] = 1 }));
        await OnAsync("2026-02-12", () => EditAsync(deals[1], new JsonObject { ["MIQL_Leadership__c"] = 1 }));
        await MondayAsync();
        await OnAsync("2026-02-18", () => EditAsync(deals[0], new JsonObject { ["MIQL_Maps__c"] = 2, ["MIQL_Insight__c"] = 1 }));
        await OnAsync("2026-02-19", () => EditAsync(deals[1], new JsonObject { ["MIQL_Leadership__c"] = 2 }));
        await MondayAsync();
        await LastWeekAsync(deals);
        await MondayAsync();
    }

    private async Task LastWeekAsync(IReadOnlyList<JsonElement> deals)
    {
        await OnAsync("2026-02-24", () => EditAsync(deals[2], new JsonObject { ["CloseDate"] = Later(deals[2], 35) }));
        await OnAsync("2026-02-24", () => EditAsync(deals[3], new JsonObject { ["CloseDate"] = Later(deals[3], 20) }));
        await OnAsync("2026-02-24", () => EditAsync(deals[6], new JsonObject { ["Amount"] = deals[6].GetProperty("Amount").GetDecimal() + 60_000 }));
        await OnAsync("2026-02-25", () => EditAsync(deals[7], new JsonObject { ["Amount"] = deals[7].GetProperty("Amount").GetDecimal() - 40_000 }));
        await OnAsync("2026-02-25", () => EditAsync(deals[8], new JsonObject { ["StageName"] = "Closed Won" }));
        await OnAsync("2026-02-25", () => EditAsync(deals[11], new JsonObject { ["StageName"] = "Closed Won" }));
        await OnAsync("2026-02-26", () => EditAsync(deals[9], new JsonObject { ["StageName"] = "Closed Lost" }));
        await OnAsync("2026-02-26", () => EditAsync(deals[3], new JsonObject { ["CloseDate"] = Later(deals[3], 0) }));
        await OnAsync("2026-02-26", () => CreateAsync(deals[4], "Northgate Logistics: platform", 180_000));
        await OnAsync("2026-02-27", () => CreateAsync(deals[5], "<b>Vega & Sons</b> | pilot [2026]", 72_000));
        await OnAsync("2026-02-27", () => EditAsync(deals[0], new JsonObject { ["MIQL_Leadership__c"] = 2 }));
        await OnAsync("2026-02-27", () => HoldAsync(deals[10]));
    }

    private async Task MondayAsync()
    {
        var monday = FirstMonday;
        while (monday < Clock.Now)
            monday = monday.AddDays(7);
        Clock.Now = monday;
        var run = await CommandRun.OfAsync(Clock, "run", "--config", Settings, "--policy", Policy, "--approve-budget", "The tests", "--reason", "a made-up org");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
    }

    private async Task OnAsync(string day, Func<Task> act)
    {
        var at = new DateTimeOffset(Day(day), new TimeOnly(10, 0), TimeSpan.Zero);
        Clock.Now = at > Clock.Now ? at : Clock.Now.AddMinutes(7);
        await act();
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
