using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Portfolio;

namespace SalesRules.Journal;

/// <summary>How long deals stay in each stage, day by day.</summary>
public sealed partial class RunJournal
{
    /// <summary>What was worked out for the day; null: nothing was yet.</summary>
    public Task<StageAging?> StageAgingAsync(string orgId, DateOnly asOf, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements =>
            await statements.FindAsync<string>("select ages from stage_ages where org_id = @orgId and as_of = @asOf", new { orgId, asOf = Stored.Text(asOf) }) is { } ages
                ? new StageAging(JsonSerializer.Deserialize<List<StageAge>>(ages)!)
                : null,
        cancellationToken);

    /// <summary>Keeps what was worked out for the day. What was kept first stays: decisions rest on it.</summary>
    /// <returns>What is kept now.</returns>
    public async Task<StageAging> KeepStageAgingAsync(string orgId, DateOnly asOf, StageAging aging, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            statements => statements.ExecuteAsync(
                "insert into stage_ages (org_id, as_of, ages) values (@orgId, @asOf, @ages) on conflict (org_id, as_of) do nothing",
                new { orgId, asOf = Stored.Text(asOf), ages = JsonSerializer.Serialize(aging.All) }),
            cancellationToken);
        return await StageAgingAsync(orgId, asOf, cancellationToken) ?? aging;
    }
}
