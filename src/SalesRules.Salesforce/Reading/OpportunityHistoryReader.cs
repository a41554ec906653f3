using System.Runtime.CompilerServices;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads what happened to deals.</summary>
public sealed class OpportunityHistoryReader
{
    private const string History = "OpportunityHistory";

    private readonly KeysetReader reader;

    internal OpportunityHistoryReader(KeysetReader reader) => this.reader = reader;

    /// <summary>The history of these deals, in no order that means anything: several deals' rows come mixed.</summary>
    public async IAsyncEnumerable<OpportunityHistoryRow> ReadAsync(
        IEnumerable<SalesforceId> opportunityIds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new SoqlQuery(History, OpportunityHistoryRow.Fields);
        foreach (var part in QueryLength.Split(opportunityIds.Distinct().Select(SoqlLiteral.Of), query, "OpportunityId"))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record.As(History, OpportunityHistoryRow.From);
        }
    }

    /// <summary>
    /// The stages of every deal that has moved since an instant, with the deal's segment, deal by deal and oldest stage first. For many
    /// deals this takes fewer calls than asking by id, and memory holds one page.
    /// </summary>
    /// <param name="segmentField">The org's name of the segment; null: it has none.</param>
    public async IAsyncEnumerable<(IReadOnlyList<StageEntry> Stages, string? Segment)> ReadStagesSinceAsync(
        DateTimeOffset since, string? segmentField, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IEnumerable<string> fields = ["OpportunityId", "StageName", "CreatedDate", "CreatedById"];
        var query = new SoqlQuery(History, segmentField is null ? fields : fields.Append($"Opportunity.{segmentField}"))
        {
            Where = SoqlCondition.Compare("CreatedDate", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(since)),
        };
        SalesforceId? present = null;
        string? segment = null;
        var rows = new List<StageEntry>();
        await foreach (var record in reader.ReadAsync(query, Keyset.ByParent("OpportunityId"), cancellationToken))
        {
            var id = record.As(History, row => row.Id("OpportunityId")!.Value);
            if (present is not null && present != id)
            {
                yield return (StageHistories.FromRows(rows), segment);
                rows.Clear();
            }

            present = id;
            segment = segmentField is null ? null : record.As(History, row => row.Parent("Opportunity")?.Text(segmentField));
            rows.Add(record.As(History, row => new StageEntry(row.Text("StageName") ?? "", row.Instant("CreatedDate")!.Value, row.Id("CreatedById"))));
        }

        if (rows.Count > 0)
            yield return (StageHistories.FromRows(rows), segment);
    }
}
