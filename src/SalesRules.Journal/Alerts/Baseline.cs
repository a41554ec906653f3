using SalesRules.Alerts;
using SalesRules.Journal.Database;

namespace SalesRules.Journal.Alerts;

/// <summary>
/// The first look at an org: until it is complete, what people would be told of each deal is only remembered, and then they are told
/// once how the deals stand.
/// </summary>
internal static class Baseline
{
    public static async Task<bool> IsMadeAsync(JournalSession statements, string orgId) =>
        await statements.FindAsync<string>("select org_id from alert_baselines where org_id = @orgId", new { orgId }) is not null;

    /// <summary>Ends it, unless it has ended before: a run that was cut short leaves it to the next.</summary>
    public static async Task MakeAsync(JournalSession statements, string orgId, string runId, DateOnly asOf, string now)
    {
        var made = await statements.ExecuteAsync(
            "insert into alert_baselines (org_id, run_id, made_at) values (@orgId, @runId, @now) on conflict (org_id) do nothing", new { orgId, runId, now });
        if (made == 0)
            return;
        var counts = await statements.FindAsync<RiskCounts>(RiskCounts.Query, new { orgId });
        var alert = new Alert { Key = $"{AlertKind.Baseline.Name()}/{orgId}", Kind = AlertKind.Baseline, On = asOf, Reasons = counts!.Sentences() };
        await statements.ExecuteAsync(AlertRow.Insert, AlertRow.Of(orgId, runId, alert, now));
    }
}
