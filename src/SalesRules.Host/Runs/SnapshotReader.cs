using System.Runtime.CompilerServices;
using SalesRules.Decisions;
using SalesRules.Journal;
using SalesRules.Journal.Watermarks;
using SalesRules.Policies;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>One page of what was read: snapshots, and the rows that could not become one.</summary>
/// <param name="IsRevisit">Whether its records are looked at again by id; else they are what the scope's window holds.</param>
internal sealed record SnapshotPage(IReadOnlyList<Opportunity> Opportunities, IReadOnlyList<SnapshotRow> Unreadable, bool IsRevisit = false);

/// <summary>What a run reads, and the watermark to keep once everything of it is done; null: the run keeps none.</summary>
internal sealed record ReadScope(ReadWindow Window, SoqlCondition? Condition, IReadOnlyList<SalesforceId>? Ids, DateTimeOffset? Watermark)
{
    /// <summary>Deals to look at again by id, whether or not they have changed.</summary>
    public IReadOnlyList<SalesforceId> Revisits { get; init; } = [];

    /// <summary>Where everything open is read: what changed before this instant, the last runs should have seen. Null: nothing is late.</summary>
    public DateTimeOffset? LateBefore { get; init; }

    /// <summary>Where everything open is read: from when on closed deals are too. Null: as the window says.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Where everything open is read: won deals that closed on this day or later are too. Null: none.</summary>
    public DateOnly? WonSince { get; init; }

    /// <summary>Whether a record was there when the run began and has not changed since: its version cannot have come twice.</summary>
    public bool IsSettled(Opportunity opportunity) => opportunity.SystemModstamp < Window.Watermark;

    /// <summary>Whether the window holds the record anyway.</summary>
    public bool Holds(Opportunity opportunity) =>
        opportunity.SystemModstamp >= (Window.From ?? ChangedSince ?? DateTimeOffset.MinValue) || (LateBefore is not null && opportunity.IsClosed == false)
        || (opportunity.IsWon == true && opportunity.CloseDate >= WonSince);
}

/// <summary>Reads opportunities page by page: memory holds one page, not the org.</summary>
internal sealed class SnapshotReader(OpportunityReader reader, RunJournal journal)
{
    private const int PageSize = 2_000;

    private static readonly string[] HandoffRules = ["handoff.incomplete", "handoff.kickoff-missing"];

    /// <summary>
    /// What there is to read: what changed since the watermark; where the day or the policy is another than then, or the org has back
    /// what it had lost, every open deal too, because decisions depend on all three; everything where there is no watermark.
    /// </summary>
    public async Task<ReadScope> ScopeAsync(OrgSession org, RunRequest request, Watermark? last, string policyHash, CancellationToken cancellationToken)
    {
        if (request.Ids is { } ids)
            return new ReadScope(await reader.WindowAfterAsync(null, cancellationToken), null, ids, Watermark: null);
        var window = await reader.WindowAfterAsync(last?.Modstamp, cancellationToken);
        if (request.Where is { } where)
            return new ReadScope(new ReadWindow(null, window.To, window.Watermark), where, null, Watermark: null);
        if (window.From is not { } since)
            return new ReadScope(window, null, null, window.Watermark);
        var revisits = await journal.RevisitsAsync(org.Id, cancellationToken);
        var healed = last is null ? null : SchemaGaps.Healed(last, org.Policy.Drift);
        var sameDay = last is not null && last.AsOf == request.AsOf && last.PolicyHash == policyHash && !request.Reconcile;
        if (sameDay && healed is null)
            return new ReadScope(window, null, null, window.Watermark) { Revisits = revisits };

        // Closed deals that were decided while the org had lost a field are decided again too, once it is back.
        var changedSince = healed is { } lost ? Earlier(since, (await reader.WindowAfterAsync(lost, cancellationToken)).From!.Value) : since;
        return new ReadScope(new ReadWindow(null, window.To, window.Watermark), OpportunityScope.OpenOrChangedSince(changedSince, WonSince(org.Policy, request.AsOf)), null, window.Watermark)
        {
            Revisits = revisits,
            LateBefore = since,
            ChangedSince = changedSince,
            WonSince = WonSince(org.Policy, request.AsOf),
        };
    }

    /// <summary>Won deals are looked at while their hand-off is asked for: a kickoff goes missing without a change of the deal.</summary>
    private static DateOnly? WonSince(Policy policy, DateOnly today) =>
        HandoffRules.Any(rule => policy.SeverityOf(rule, Severity.Info) is not null) && policy.Fields.Has("IsWon") && policy.Fields.Has("CloseDate")
            ? today.AddDays(-policy.Closing.HandoffDays)
            : null;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>
    /// How many records the org counts now of those that were there when the run began and have not changed since. One call. More than
    /// were read: some became visible late, or were lost.
    /// </summary>
    public Task<long> ExpectedAsync(ReadScope scope, CancellationToken cancellationToken) =>
        reader.CountAsync(SoqlCondition.All(scope.Window.Settled, scope.Condition), cancellationToken);

    public async IAsyncEnumerable<SnapshotPage> ReadAsync(
        OrgSession org, ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fields = org.Policy.Fields;
        var records = scope.Ids is { } ids
            ? reader.ReadByIdsAsync(org.Fields, ids, cancellationToken)
            : reader.ReadAsync(org.Fields, scope.Window, scope.Condition, cancellationToken);
        await foreach (var page in PagesAsync(records.ToSnapshotsAsync(fields, cancellationToken), cancellationToken))
            yield return page;
        if (scope.Revisits.Count == 0)
            yield break;

        // What the window holds was read already.
        var again = reader.ReadByIdsAsync(org.Fields, scope.Revisits, cancellationToken).ToSnapshotsAsync(fields, cancellationToken)
            .Where(row => row.Opportunity is not { } opportunity || !scope.Holds(opportunity));
        await foreach (var page in PagesAsync(again, cancellationToken))
            yield return page with { IsRevisit = true };
    }

    /// <summary>The deals that meet a condition, each once, for figures that add them up.</summary>
    public IAsyncEnumerable<SnapshotPage> ReadOnceAsync(OrgSession org, SoqlCondition? condition, CancellationToken cancellationToken) =>
        PagesAsync(reader.ReadOnceAsync(org.Fields, condition, cancellationToken).ToSnapshotsAsync(org.Policy.Fields, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<SnapshotPage> PagesAsync(IAsyncEnumerable<SnapshotRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A record that changes during the read comes twice: of one page the later state counts, a later page is decided anew.
        var page = new Dictionary<SalesforceId, Opportunity>(PageSize);
        var unreadable = new List<SnapshotRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
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
