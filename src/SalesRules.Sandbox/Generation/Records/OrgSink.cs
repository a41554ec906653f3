using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Puts generated records into an org, past and all.</summary>
internal sealed class OrgSink(OrgTransaction transaction) : IRecordSink
{
    public string NewId(string objectName) =>
        RecordId.Create(transaction.Store.Schema[objectName].KeyPrefix, transaction.Store.NextNumber(objectName));

    public void Add(string objectName, Dictionary<string, object?> values) => transaction.Load(objectName, values);
}
