using SalesRules.Journal.Database;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Scores;

namespace SalesRules.Journal;

/// <summary>The rows of the score histories: what became of them.</summary>
public sealed partial class RunJournal
{
    /// <summary>Takes down what became of rows that were to be written, by this run or an earlier one. The first receipt stands.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task SettleScoresAsync(RunId run, IReadOnlyList<ScoreReceipt> receipts, CancellationToken cancellationToken = default) => receipts.Count == 0
        ? Task.CompletedTask
        : database.WriteAsync(
            async statements =>
            {
                var orgId = await DemandLeaseAsync(statements, run);
                await statements.ExecuteManyAsync(
                    ScoreRowRow.Settle,
                    [.. receipts.Select(receipt => new { OrgId = orgId, receipt.Key, State = Stored.Name(receipt.Outcome), Now, receipt.Code, receipt.Sentence })]);
            },
            cancellationToken);

    /// <summary>The keys of the org's rows without a receipt: to be read back and settled, abandoned if the org has none.</summary>
    public Task<IReadOnlyList<string>> UnclearScoresAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync(
        statements => statements.QueryAsync<string>("select score_key from score_rows where org_id = @orgId and state = 'unclear' order by score_key", new { orgId }),
        cancellationToken);

    /// <summary>What the service itself wrote to pillars is seen at once, and is no change of a score.</summary>
    private static async Task RememberPillarsAsync(JournalSession statements, string orgId, string runId, string now)
    {
        var written = await statements.QueryAsync<SeedRow>(SeedRow.OfConfirmed, new { orgId, runId, now });
        await statements.ExecuteManyAsync(
            SeedRow.Remember,
            [
                .. from row in written
                   let pillars = WrittenPillars.Read(row.Pillars)
                   select new { OrgId = orgId, row.OpportunityId, Scores = pillars.Remembered(row.Scores), Seeded = pillars.ToSeeded() is null ? row.Seeded : row.Pillars },
            ]);
    }
}
