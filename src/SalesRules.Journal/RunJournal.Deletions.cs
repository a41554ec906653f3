using SalesRules.Journal.Database;
using SalesRules.Journal.Deals;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;

namespace SalesRules.Journal;

/// <summary>Deals that the org no longer has.</summary>
public sealed partial class RunJournal
{
    /// <summary>Two saves of one deal may be stamped by two machines of the org.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Takes down which deals were deleted, and how far the org has told, in one transaction. What the journal knows of them stays;
    /// one that comes back lives again as soon as it is decided.
    /// </summary>
    /// <param name="stream">The stream of deletions.</param>
    /// <param name="coveredTo">Where the next look begins.</param>
    /// <returns>How many of them the journal knew, and knew as living.</returns>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task<int> SeeDeletionsAsync(
        RunId run, string stream, IReadOnlyList<SeenDeletion> deletions, Watermark coveredTo, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            var known = (await statements.QueryAsync<DealRow>(DealsById, new { orgId, ids = statements.List(deletions.Select(deletion => deletion.Id)) }))
                .ToDictionary(row => row.OpportunityId, StringComparer.Ordinal);
            var gone = deletions.Where(deletion => known.TryGetValue(deletion.Id.Value, out var deal) && IsNews(deal, deletion)).ToList();
            await statements.ExecuteManyAsync(
                "update deals set deleted_at = @at where org_id = @orgId and opportunity_id = @id",
                [.. gone.Select(deletion => new { at = Stored.Text(deletion.At), orgId, id = deletion.Id.Value })]);
            await MoveAsync(statements, orgId, stream, coveredTo, evenBackwards: false);
            return gone.Count;
        },
        cancellationToken);

    // A version that was decided and is later than this deletion has come back since.
    private static bool IsNews(DealRow deal, SeenDeletion deletion) =>
        deal.DeletedAt is null && !(Stored.InstantOrNull(deal.Modstamp) > deletion.At + ClockDifference);
}
