using System.Runtime.InteropServices;
using SalesRules.Plans;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>Reads records again right before and after a write: the fields that decisions rest on and those that are written.</summary>
internal sealed class RecordReader(CollectionWriter collections)
{
    public const string Opportunity = "Opportunity";

    /// <summary>The records as they stand now, in the order of the ids; null for one that is gone or hidden. One call for 2,000.</summary>
    public async Task<IReadOnlyList<Opportunity?>> ReadAsync(OrgSession org, IReadOnlyList<SalesforceId> ids)
    {
        var rows = await collections.RetrieveAsync(Opportunity, ids, [.. FieldNames(org)], CancellationToken.None);
        var reader = new OpportunityJsonReader(org.Policy.Fields);
        return [.. rows.Select(row => row is { } record ? reader.Read(JsonMarshal.GetRawUtf8Value(record)) : null)];
    }

    private static IEnumerable<string> FieldNames(OrgSession org)
    {
        var readable = org.Fields.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fields = org.Policy.Fields;
        return fields.Fields
            .Where(field => field.ApiName is "Id" or "LastModifiedDate" || DecisionBasis.IsDecisive(field) || field.Access != FieldAccess.Read)
            .Select(field => fields.NameOf(field)!)
            .Where(readable.Contains);
    }
}
