using SalesRules.Journal.Database;

namespace SalesRules.Journal.Alerts;

/// <summary>The open pipeline of each day, as the first complete run of the day left it.</summary>
internal static class PipelineDays
{
    private const string Figure = "open-pipeline";

    /// <summary>What is open is the same by any policy.</summary>
    private const string AnyPolicy = "";

    /// <summary>Deals that were decided before amounts were kept would be missing: then the day has no figure.</summary>
    private const string MissingAmounts =
        "select count(*) from deals d where d.org_id = @orgId and d.deleted_at is null and d.told is null and exists (select 1 from alert_baselines b where b.org_id = d.org_id and b.made_at >= @yesterday)";

    private const int Week = 7;

    /// <summary>A week without runs, as over the holidays: what is older says nothing of a week.</summary>
    private const int OldestDays = 13;

    /// <summary>Keeps the day's figure.</summary>
    /// <returns>Null: it was kept before, or there is none of a week before.</returns>
    public static async Task<PipelineChange?> KeepAsync(JournalSession statements, string orgId, DateOnly day)
    {
        var given = new { orgId, asOf = Stored.Text(day), AnyPolicy, Figure, yesterday = Stored.Text(day.AddDays(-1)), newest = Stored.Text(day.AddDays(-Week)), oldest = Stored.Text(day.AddDays(-OldestDays)) };
        if (await statements.FindAsync<string>("select value from daily_figures where org_id = @orgId and as_of = @asOf and policy_hash = @AnyPolicy and name = @Figure", given) is not null
            || await statements.FindAsync<long>(MissingAmounts, given) > 0)
        {
            return null;
        }

        // As texts, because no database adds decimals as exactly as they were read.
        var amounts = await statements.QueryAsync<string>("select open_amount from deals where org_id = @orgId and deleted_at is null and open_amount is not null", given);
        var total = amounts.Sum(amount => Stored.Number(amount)!.Value);
        await statements.ExecuteAsync(
            "insert into daily_figures (org_id, as_of, policy_hash, name, value) values (@orgId, @asOf, @AnyPolicy, @Figure, @value)",
            new { orgId, given.asOf, AnyPolicy, Figure, value = Stored.Text((decimal?)total) });
        var before = await statements.FindAsync<DayRow>(
            """
            select as_of, value from daily_figures where org_id = @orgId and policy_hash = @AnyPolicy and name = @Figure and as_of between @oldest and @newest
            order by as_of desc limit 1
            """,
            given);
        return before is null ? null : new PipelineChange(day, total, Stored.Date(before.AsOf), Stored.Number(before.Value)!.Value);
    }

    private sealed record DayRow
    {
        public string AsOf { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
