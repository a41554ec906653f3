using System.Text.Json.Nodes;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>An org, what happened in it before, and the command whose process is to die.</summary>
/// <param name="Opportunities">How many made-up ones the org has beside those that the scenario is about.</param>
/// <param name="PrepareAsync">Brings the org to where the command begins.</param>
/// <param name="Database">What the journal lives in.</param>
internal sealed record Scenario(string Name, int Opportunities, Func<CrashSite, Task<Command>> PrepareAsync, DatabaseKind Database = DatabaseKind.Sqlite)
{
    private const int OneBatch = 40;
    private const int SeveralBatches = 700;

    public static Scenario FirstRun { get; } = new("first run", OneBatch, FirstRunAsync);

    /// <summary>Creates and completes tasks, corrects categories and a stage, puts an approval on record.</summary>
    public static Scenario LaterRun { get; } = new("later run", OneBatch, LaterRunAsync);

    public static Scenario LaterRunOnPostgres { get; } = LaterRun with { Name = "later run, journal on PostgreSQL", Database = DatabaseKind.Postgres };

    /// <summary>One record, which goes out alone and under a condition.</summary>
    public static Scenario OneRecord { get; } = new("run of one record", 0, OneRecordAsync);

    public static Scenario Apply { get; } = new("apply", OneBatch, ApplyAsync);

    public static Scenario Revert { get; } = new("revert", OneBatch, RevertAsync);

    /// <summary>The run that follows one whose fields were written and whose reply was lost: killed while it reads back.</summary>
    public static Scenario ReadBack { get; } = new("run after a lost reply", OneBatch, ReadBackAsync);

    public static IReadOnlyList<Scenario> InSeveralBatches { get; } =
    [
        .. new[] { FirstRun, LaterRun, Apply, Revert }.Select(scenario => scenario with { Name = $"{scenario.Name}, several batches", Opportunities = SeveralBatches }),
    ];

    public override string ToString() => Name;

    private static async Task<Command> FirstRunAsync(CrashSite site)
    {
        await MakeDealsAsync(site.Org);
        return Run(site);
    }

    private static async Task<Command> OneRecordAsync(CrashSite site)
    {
        await site.Org.Person.CreateCommitWithoutLeadershipAsync();
        return Run(site);
    }

    private static async Task<Command> LaterRunAsync(CrashSite site)
    {
        var (deferred, _) = await MakeDealsAsync(site.Org);
        await site.Org.RunAsync();
        await ScoreAsync(site.Org, deferred, quantify: 2);
        await MakeDealsAsync(site.Org);
        return Run(site);
    }

    private static async Task<Command> ApplyAsync(CrashSite site)
    {
        var (deferred, _) = await MakeDealsAsync(site.Org);
        await site.Org.RunAsync();
        await ScoreAsync(site.Org, deferred, quantify: 2);
        await MakeDealsAsync(site.Org);
        var plan = await site.Org.PlanAsync();
        var file = Path.Combine(site.Org.Folder, "plan.json");
        await File.WriteAllBytesAsync(file, PlanFile.Write(plan));
        return new Command(["apply", file], () => site.Org.ApplyAsync(plan));
    }

    private static async Task<Command> RevertAsync(CrashSite site)
    {
        await MakeDealsAsync(site.Org);
        var run = (await site.Org.RunAsync()).Run;
        return new Command(["revert", run.Value], () => RevertAsync(site.Org, run));
    }

    private static async Task<Command> ReadBackAsync(CrashSite site)
    {
        await MakeDealsAsync(site.Org);
        await site.DieAtFirstReplyToAsync(Run(site), "PATCH");
        return Run(site);
    }

    private static Command Run(CrashSite site) => new(["run"], () => site.Org.RunAsync());

    private static async Task<RunTally> RevertAsync(TestOrg org, RunId run)
    {
        await using var workplace = await org.OpenAsync(JournalUse.Write);
        return await workplace.Get<RevertRun>().RevertAsync(run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);
    }

    /// <summary>
    /// Deals whose evidence does not carry their Commit; one that the POV gate defers, with a task, and one that it moves back; one
    /// that gets its approval.
    /// </summary>
    private static async Task<(SalesforceId Deferred, SalesforceId MovedBack)> MakeDealsAsync(TestOrg org)
    {
        await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.CreateCommitWithoutLeadershipAsync("Proposal");
        await org.Person.CreateCommitWithoutLeadershipAsync("POV");
        var deferred = await org.Person.CreateCommitWithoutLeadershipAsync("Technical Deep-Dive");
        await ScoreAsync(org, deferred, quantify: 1);
        var movedBack = await org.Person.CreateCommitWithoutLeadershipAsync("Discovery");
        await org.Person.EditAsync(movedBack, new JsonObject { ["StageName"] = "POV", ["ForecastCategoryName"] = "Commit", ["MIQL_Quantify__c"] = 1 });
        return (deferred, movedBack);
    }

    private static Task ScoreAsync(TestOrg org, SalesforceId deal, int quantify) => org.Person.EditAsync(
        deal, new JsonObject { ["MIQL_Quantify__c"] = quantify, ["MIQL_Maps__c"] = quantify, ["MIQL_Leadership__c"] = quantify });
}
