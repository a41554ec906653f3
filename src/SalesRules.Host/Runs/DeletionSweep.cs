using System.Globalization;
using SalesRules.Journal;
using SalesRules.Journal.Deals;
using SalesRules.Journal.Watermarks;
using SalesRules.Salesforce.Reading;

namespace SalesRules.Host.Runs;

/// <summary>
/// Takes note of the deals that were deleted since the last run: queries no longer show them, so nothing else would tell a deal that
/// is gone from one that did not change. One call, and none in the first run, which knows no deal that could be gone.
/// </summary>
internal sealed class DeletionSweep(DeletionReader reader, RunJournal journal)
{
    private const string Stream = "Opportunity deletions";

    /// <param name="last">How far opportunities have been read; null: no run has come to its end yet.</param>
    /// <param name="begun">Where the first run of all begins to count.</param>
    public async Task SeeAsync(OrgSession org, RunTally tally, Watermark? last, Watermark begun, CancellationToken cancellationToken)
    {
        if ((await journal.WatermarkAsync(org.Id, Stream, cancellationToken) ?? last) is not { } seen)
        {
            // Kept although nothing was asked: were this run cut short, the next one would not know the deals that it has decided as gone.
            await journal.SeeDeletionsAsync(tally.Run, Stream, [], begun, cancellationToken);
            return;
        }

        var since = seen.Modstamp;
        var deletions = await reader.ReadAsync("Opportunity", since, cancellationToken);
        if (deletions.Since > since)
            tally.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Salesforce no longer tells what was deleted between {since:yyyy-MM-dd HH:mm} and {deletions.Since:yyyy-MM-dd HH:mm} UTC: such deals are simply not read any more."));
        tally.Deleted = await journal.SeeDeletionsAsync(
            tally.Run, Stream, [.. deletions.Records.Select(record => new SeenDeletion(record.Id, record.At))], begun with { Modstamp = deletions.CoveredTo }, cancellationToken);
    }
}
