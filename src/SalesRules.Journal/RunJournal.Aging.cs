using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Portfolio;

namespace SalesRules.Journal;

/// <summary>How long deals stay in each stage, day by day.</summary>
public sealed partial class RunJournal
{
    /// <summary>What was worked out for the day under that policy, which says what its stages and segments are; null: nothing was yet.</summary>
    public Task<StageAging?> StageAgingAsync(string orgId, DateOnly asOf, string policyHash, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements =>
            await statements.FindAsync<string>("select ages from stage_ages where org_id = @orgId and as_of = @asOf and policy_hash = @policyHash", new { orgId, asOf = Stored.Text(asOf), policyHash }) is { } ages
                ? new StageAging(JsonSerializer.Deserialize<List<StageAge>>(ages)!)
                : null,
        cancellationToken);

    /// <summary>Keeps what was worked out for the day. What was kept first stays: decisions rest on it.</summary>
    /// <returns>What is kept now.</returns>
    public async Task<StageAging> KeepStageAgingAsync(string orgId, DateOnly asOf, string policyHash, StageAging aging, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            statements => statements.ExecuteAsync(
                "insert into stage_ages (org_id, as_of, policy_hash, ages) values (@orgId, @asOf, @policyHash, @ages) on conflict (org_id, as_of, policy_hash) do nothing",
                new { orgId, asOf = Stored.Text(asOf), policyHash, ages = JsonSerializer.Serialize(aging.All) }),
            cancellationToken);
        return await StageAgingAsync(orgId, asOf, policyHash, cancellationToken) ?? aging;
    }
}
