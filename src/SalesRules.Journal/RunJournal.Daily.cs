using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Portfolio;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Journal;

/// <summary>
/// What was worked out of the whole org for a day. The policy says what its stages and segments are, so that each has its own. What was kept
/// first stays: decisions rest on it.
/// </summary>
public sealed partial class RunJournal
{
    private const string StageAges = "stage-ages";
    private const string TextsThatRepeat = "repeated-texts";

    /// <summary>How long deals stay in each stage; null: nothing was worked out yet.</summary>
    public async Task<StageAging?> StageAgingAsync(string orgId, DateOnly asOf, string policyHash, CancellationToken cancellationToken = default) =>
        await DailyAsync<List<StageAge>>(orgId, asOf, policyHash, StageAges, cancellationToken) is { } ages ? new StageAging(ages) : null;

    /// <returns>What is kept now.</returns>
    public async Task<StageAging> KeepStageAgingAsync(string orgId, DateOnly asOf, string policyHash, StageAging aging, CancellationToken cancellationToken = default)
    {
        await KeepDailyAsync(orgId, asOf, policyHash, StageAges, aging.All, cancellationToken);
        return await StageAgingAsync(orgId, asOf, policyHash, cancellationToken) ?? aging;
    }

    /// <summary>The texts that say nothing, because they stand on many deals; null: nothing was worked out yet.</summary>
    public async Task<RepeatedTexts?> RepeatedTextsAsync(string orgId, DateOnly asOf, string policyHash, CancellationToken cancellationToken = default) =>
        await DailyAsync<List<string>>(orgId, asOf, policyHash, TextsThatRepeat, cancellationToken) is { } marks ? new RepeatedTexts(marks) : null;

    /// <returns>What is kept now.</returns>
    public async Task<RepeatedTexts> KeepRepeatedTextsAsync(string orgId, DateOnly asOf, string policyHash, RepeatedTexts texts, CancellationToken cancellationToken = default)
    {
        await KeepDailyAsync(orgId, asOf, policyHash, TextsThatRepeat, texts.Marks, cancellationToken);
        return await RepeatedTextsAsync(orgId, asOf, policyHash, cancellationToken) ?? texts;
    }

    private Task<T?> DailyAsync<T>(string orgId, DateOnly asOf, string policyHash, string name, CancellationToken cancellationToken)
        where T : class => database.ReadAsync(
        async statements =>
            await statements.FindAsync<string>(
                "select value from daily_figures where org_id = @orgId and as_of = @asOf and policy_hash = @policyHash and name = @name",
                new { orgId, asOf = Stored.Text(asOf), policyHash, name }) is { } value
                ? JsonSerializer.Deserialize<T>(value)
                : null,
        cancellationToken);

    private Task<int> KeepDailyAsync<T>(string orgId, DateOnly asOf, string policyHash, string name, T value, CancellationToken cancellationToken) => database.WriteAsync(
        statements => statements.ExecuteAsync(
            """
            insert into daily_figures (org_id, as_of, policy_hash, name, value) values (@orgId, @asOf, @policyHash, @name, @value)
            on conflict (org_id, as_of, policy_hash, name) do nothing
            """,
            new { orgId, asOf = Stored.Text(asOf), policyHash, name, value = JsonSerializer.Serialize(value) }),
        cancellationToken);
}
