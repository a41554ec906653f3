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

    /// <summary>Every deal's history since an instant: for many deals this takes fewer calls than asking by id.</summary>
    public async IAsyncEnumerable<OpportunityHistoryRow> ReadSinceAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new SoqlQuery(History, OpportunityHistoryRow.Fields)
        {
            Where = SoqlCondition.Compare("CreatedDate", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(since)),
        };
        await foreach (var record in reader.ReadAsync(query, Keyset.ById, cancellationToken))
            yield return record.As(History, OpportunityHistoryRow.From);
    }
}
