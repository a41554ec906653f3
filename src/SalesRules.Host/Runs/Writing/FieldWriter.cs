using SalesRules.Salesforce.WriteBack;

namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Sends the fields of a batch in one call. A record that goes out alone, as in most runs of a quiet hour, goes on condition that nobody has
/// changed it since our last look: Salesforce offers that condition row by row only.
/// </summary>
internal sealed class FieldWriter(CollectionWriter collections, ConditionalWriter conditional)
{
    private const string Locked = "UNABLE_TO_LOCK_ROW";

    /// <param name="lastModified">When the only record was last changed as of our last look; null: unknown, or there are several.</param>
    /// <param name="stillWantedAsync">Asked before locked rows are tried again.</param>
    /// <param name="window">Closed when a batch has its reply; a record under a condition has no window.</param>
    public async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IReadOnlyList<RecordUpdate> updates,
        DateTimeOffset? lastModified,
        Func<IReadOnlyList<RecordUpdate>, Task<IReadOnlyList<bool>>> stillWantedAsync,
        RaceWindow window)
    {
        if (updates is not [var only] || lastModified is not { } since)
            return await collections.UpdateAsync(RecordReader.Opportunity, updates, stillWantedAsync, window.Close, CancellationToken.None);
        var outcome = await conditional.UpdateAsync(RecordReader.Opportunity, only, since, CancellationToken.None);

        // Locked: a batch is tried again, after a look whether it is still wanted.
        return outcome is RowOutcome.Refused { Code: Locked }
            ? await collections.UpdateAsync(RecordReader.Opportunity, updates, stillWantedAsync, window.Close, CancellationToken.None)
            : [outcome];
    }
}
