using System.Runtime.CompilerServices;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads the tasks that this service created.</summary>
public sealed class TaskReader
{
    private readonly KeysetReader reader;

    internal TaskReader(KeysetReader reader) => this.reader = reader;

    /// <summary>The tasks with these keys that exist, open or done; archived and deleted ones do not appear.</summary>
    public IAsyncEnumerable<SalesforceTask> ReadByKeysAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default) =>
        ReadAsync(SalesforceTask.KeyField, keys.Distinct(StringComparer.Ordinal).Select(SoqlLiteral.Of), cancellationToken);

    /// <summary>The tasks of ours about these deals.</summary>
    public IAsyncEnumerable<SalesforceTask> ReadByOpportunitiesAsync(IEnumerable<SalesforceId> ids, CancellationToken cancellationToken = default) =>
        ReadAsync("WhatId", ids.Distinct().Select(SoqlLiteral.Of), cancellationToken);

    private async IAsyncEnumerable<SalesforceTask> ReadAsync(
        string field, IEnumerable<SoqlLiteral> values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ours = SoqlCondition.Compare(SalesforceTask.KeyField, SoqlComparison.NotEqual, SoqlLiteral.Null);
        var query = new SoqlQuery("Task", SalesforceTask.Fields) { Where = ours };
        foreach (var part in QueryLength.Split(values, query, field))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return SalesforceTask.From(record);
        }
    }
}
