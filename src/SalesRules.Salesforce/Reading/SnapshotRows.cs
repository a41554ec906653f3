using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>From records to snapshots, one at a time.</summary>
public static class SnapshotRows
{
    /// <summary>Turns each record into a snapshot. One that cannot be read is told as such and does not stop the others.</summary>
    public static async IAsyncEnumerable<SnapshotRow> ToSnapshotsAsync(
        this IAsyncEnumerable<JsonElement> records, FieldMap fields, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = new OpportunityJsonReader(fields);
        await foreach (var record in records.WithCancellation(cancellationToken))
            yield return ToSnapshot(record, reader);
    }

    private static SnapshotRow ToSnapshot(JsonElement record, OpportunityJsonReader reader)
    {
        try
        {
            var opportunity = reader.Read(JsonMarshal.GetRawUtf8Value(record));
            return new(opportunity.Id, opportunity, null);
        }
        catch (SnapshotFormatException e)
        {
            return new(record.ValueKind == JsonValueKind.Object && SalesforceId.TryParse(record.Text("Id"), out var id) ? id : null, null, e.Message);
        }
    }
}
