using System.Runtime.CompilerServices;
using SalesRules.Journal.Watermarks;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>One page of what was read: snapshots, and the rows that could not become one.</summary>
internal sealed record SnapshotPage(IReadOnlyList<Opportunity> Opportunities, IReadOnlyList<SnapshotRow> Unreadable);

/// <summary>What a run reads, and the watermark to keep once everything of it is done; null: the run keeps none.</summary>
internal sealed record ReadScope(ReadWindow Window, SoqlCondition? Condition, IReadOnlyList<SalesforceId>? Ids, DateTimeOffset? Watermark);

/// <summary>Reads opportunities page by page: memory holds one page, not the org.</summary>
internal sealed class SnapshotReader(OpportunityReader reader)
{
    private const int PageSize = 2_000;

    /// <summary>
    /// What there is to read: what changed since the watermark; where the day or the policy is another than then, every open
    /// deal too, because decisions depend on both; everything where there is no watermark.
    /// </summary>
    public async Task<ReadScope> ScopeAsync(RunRequest request, Watermark? last, string policyHash, CancellationToken cancellationToken)
    {
        if (request.Ids is { } ids)
            return new ReadScope(await reader.WindowAfterAsync(null, cancellationToken), null, ids, Watermark: null);
        var window = await reader.WindowAfterAsync(last?.Modstamp, cancellationToken);
        if (request.Where is { } where)
            return new ReadScope(new ReadWindow(null, window.To, window.Watermark), where, null, Watermark: null);
        var sameDay = last is not null && last.AsOf == request.AsOf && last.PolicyHash == policyHash;
        return sameDay || window.From is not { } since
            ? new ReadScope(window, null, null, window.Watermark)
            : new ReadScope(new ReadWindow(null, window.To, window.Watermark), OpportunityScope.OpenOrChangedSince(since), null, window.Watermark);
    }

    public async IAsyncEnumerable<SnapshotPage> ReadAsync(
        OrgSession org, ReadScope scope, FieldMap fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = scope.Ids is { } ids
            ? reader.ReadByIdsAsync(org.Fields, ids, cancellationToken)
            : reader.ReadAsync(org.Fields, scope.Window, scope.Condition, cancellationToken);
        // A record that changes during the read comes twice: of one page the later state counts, a later page is decided anew.
        var page = new Dictionary<SalesforceId, Opportunity>(PageSize);
        var unreadable = new List<SnapshotRow>();
        await foreach (var row in records.ToSnapshotsAsync(fields, cancellationToken))
        {
            if (row.Opportunity is { } opportunity)
                page[opportunity.Id] = opportunity;
            else
                unreadable.Add(row);
            if (page.Count < PageSize)
                continue;
            yield return new SnapshotPage([.. page.Values], unreadable);
            page.Clear();
            unreadable = [];
        }

        if (page.Count + unreadable.Count > 0)
            yield return new SnapshotPage([.. page.Values], unreadable);
    }
}
