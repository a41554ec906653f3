using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Two nodes on one PostgreSQL journal and one org; one of them is a process that is paused, or dies, in the middle of its run.</summary>
[Platform(Exclude = "Win", Reason = "Processes are paused by signals.")]
public class TwoNodesTests
{
    private const int Opportunities = 1_500;
    private static readonly (string Key, string? Value) ShortLease = ("Journal:LeaseSeconds", "2");

    // When it was decided is the one thing that may differ from an undisturbed run.
    private static readonly string[] Fields =
    [
        "StageName", "ForecastCategoryName", "Probability",
        .. OpportunityFields.All.Where(field => field.Access == FieldAccess.Owned && field.ApiName != "SalesRules_Decided_At__c").Select(field => field.ApiName),
    ];

    private TestOrg org = null!;
    private TestDatabase journal = null!;
    private string folder = "";

    [SetUp]
    public async Task StartAsync()
    {
        org = await TestOrg.StartAsync(Opportunities, seed: 11);
        journal = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        folder = Directory.CreateTempSubdirectory("salesrules-").FullName;
    }

    [TearDown]
    public async Task StopAsync()
    {
        await org.DisposeAsync();
        await journal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_run_that_was_paused_for_longer_than_its_lease_is_fenced_off_when_it_wakes_up()
    {
        using var late = await StopInTheMiddleAsync(process => process.Pause());

        var tally = await RunHereAsync();
        late.Continue();

        Assert.That(await late.ExitCodeAsync(), Is.EqualTo(ExitCode.Refused), late.Errors);
        Assert.That(late.Errors, Does.Contain($"its lease for the org {org.Server.Org.Id} ran out, and a run of process {Environment.ProcessId} on ").Or.Contain("The run was stopped before it sent more: its lease of 2 s"));
        Assert.That(late.Output, Is.Empty, "a run that was fenced off reports no figures");
        Assert.That(tally.IsComplete, Is.True, string.Join('\n', tally.Notes.Lines));
        await EndsAsUndisturbedAsync();
    }

    [Test]
    public async Task The_run_of_a_node_that_died_is_taken_over_once_its_lease_has_run_out()
    {
        using var dead = await StopInTheMiddleAsync(process => process.Kill());

        var tally = await RunHereAsync();

        Assert.That(tally.IsComplete, Is.True, string.Join('\n', tally.Notes.Lines));
        await EndsAsUndisturbedAsync();
    }

    [Test]
    public async Task While_one_node_works_the_other_is_refused_and_told_which()
    {
        await using var workplace = await org.OpenAsync(further: [Journal, ShortLease]);
        await using var lease = await workplace.Journal.AcquireLeaseAsync(org.Server.Org.Id, TimeSpan.FromSeconds(2));

        using var other = Start();

        Assert.That(await other.ExitCodeAsync(), Is.EqualTo(ExitCode.Refused), other.Errors);
        Assert.That(other.Errors, Does.Contain($"The org {org.Server.Org.Id} is being worked on: a run of process {Environment.ProcessId} on "));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    private (string Key, string? Value) Journal => ("Journal:ConnectionString", journal.ConnectionString);

    private Task<Host.Runs.RunTally> RunHereAsync() => org.RunAsync(Journal, ShortLease);

    private SalesRulesProcess Start() => SalesRulesProcess.Start(
        folder,
        new Dictionary<string, string>
        {
            ["SALESRULES__Salesforce__LoginUrl"] = org.Server.Address.GetLeftPart(UriPartial.Authority),
            ["SALESRULES__Salesforce__ClientId"] = "sandbox",
            ["SALESRULES__Salesforce__ClientSecret"] = "sandbox",
            ["SALESRULES__Writes__Enabled"] = "true",
            ["SALESRULES__Journal__ConnectionString"] = journal.ConnectionString,
            ["SALESRULES__Journal__LeaseSeconds"] = ShortLease.Value!,
        },
        "run");

    /// <summary>A run in a process of its own, stopped once the org has taken the first of its batches.</summary>
    private async Task<SalesRulesProcess> StopInTheMiddleAsync(Action<SalesRulesProcess> stop)
    {
        var process = Start();
        while (org.Server.Calls.Latest.All(call => call.Method != "PATCH"))
        {
            Assert.That(process.HasExited, Is.False, process.Errors);
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        stop(process);
        Assert.That(process.Output, Is.Empty, "it was stopped before its end");
        return process;
    }

    private async Task EndsAsUndisturbedAsync()
    {
        await using var twin = await TestOrg.StartAsync(Opportunities, seed: 11);
        await twin.RunAsync();
        Assert.That(await RecordsAsync(org), Is.EqualTo(await RecordsAsync(twin)));
        Assert.That(await TasksAsync(org), Is.EqualTo(await TasksAsync(twin)).And.Unique);
        Assert.That((await org.RunAsync(Journal)).Planned.Deals, Is.Zero, "nothing is left to do");
    }

    private static async Task<List<string>> RecordsAsync(TestOrg org) =>
        [.. (await org.Person.QueryAllAsync($"SELECT Id, {string.Join(", ", Fields)} FROM Opportunity ORDER BY Id")).Select(Line)];

    private static async Task<List<string>> TasksAsync(TestOrg org) =>
        [.. (await org.Person.QueryAllAsync("SELECT SalesRules_Key__c, WhatId, Subject, Status FROM Task WHERE SalesRules_Key__c != null ORDER BY SalesRules_Key__c")).Select(Line)];

    private static string Line(JsonElement record) =>
        string.Join(" | ", record.EnumerateObject().Where(field => field.Name != "attributes").Select(field => field.Value.ToString()));
}
