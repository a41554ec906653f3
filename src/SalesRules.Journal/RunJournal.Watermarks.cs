using System.Text.Json;
using SalesRules.Journal.Alerts;
using SalesRules.Journal.Database;
using SalesRules.Journal.Revisits;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;

namespace SalesRules.Journal;

/// <summary>How far each stream of records has been read.</summary>
public sealed partial class RunJournal
{
    private const string Forwards =
        """
        where excluded.modstamp > watermarks.modstamp
            or (excluded.modstamp = watermarks.modstamp and coalesce(excluded.last_id, '') >= coalesce(watermarks.last_id, ''))
        """;

    /// <summary>Null: the stream was never read.</summary>
    public Task<Watermark?> WatermarkAsync(string orgId, string stream, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements => (await statements.FindAsync<WatermarkRow>(
            "select * from watermarks where org_id = @orgId and stream = @stream", new { orgId, stream }))?.ToWatermark(),
        cancellationToken);

    /// <summary>
    /// Moves a watermark of the run's org, forwards only: a record is read twice rather than never. What the run read and could not
    /// settle is kept for the next one (<see cref="RevisitsAsync"/>). With the org's first one, people are told how its deals stand.
    /// </summary>
    /// <param name="evenBackwards">To read again from an earlier instant.</param>
    /// <returns>False: it stands further on and was left there.</returns>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task<bool> MoveWatermarkAsync(RunId run, string stream, Watermark to, bool evenBackwards = false, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            // In one transaction: what the run could not settle is kept by id before the window that held it is left behind.
            await RevisitList.DropEarlierAsync(statements, orgId, run.Value);
            await RevisitList.KeepAsync(statements, orgId, run.Value, Now);
            await Baseline.MakeAsync(statements, orgId, run.Value, to.AsOf, Now);
            return await MoveAsync(statements, orgId, stream, to, evenBackwards);
        },
        cancellationToken);

    private async Task<bool> MoveAsync(JournalSession statements, string orgId, string stream, Watermark to, bool evenBackwards) =>
        await statements.ExecuteAsync(
            $"""
            insert into watermarks (org_id, stream, modstamp, last_id, policy_hash, as_of, moved_at, gap_parts, gap_since)
            values (@orgId, @stream, @modstamp, @lastId, @PolicyHash, @asOf, @Now, @gapParts, @gapSince)
            on conflict (org_id, stream) do update set modstamp = excluded.modstamp, last_id = excluded.last_id,
                policy_hash = excluded.policy_hash, as_of = excluded.as_of, moved_at = excluded.moved_at,
                gap_parts = excluded.gap_parts, gap_since = excluded.gap_since
            {(evenBackwards ? "" : Forwards)}
            """,
            new
            {
                orgId,
                stream,
                modstamp = Stored.Text(to.Modstamp),
                lastId = to.LastId?.Value,
                to.PolicyHash,
                asOf = Stored.Text(to.AsOf),
                Now,
                gapParts = to.Gap is { } gap ? JsonSerializer.Serialize(gap.Parts) : null,
                gapSince = to.Gap is { } since ? Stored.Text(since.Since) : null,
            }) == 1;
}
