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

    /// <summary>The tasks of ours that changed since an instant, oldest change first; null: all of them. Archived and deleted ones do not appear.</summary>
    public async IAsyncEnumerable<SalesforceTask> ReadChangedAsync(
        DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ours = SoqlCondition.Compare(SalesforceTask.KeyField, SoqlComparison.NotEqual, SoqlLiteral.Null);
        var changed = since is { } from ? SoqlCondition.Compare("SystemModstamp", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(from)) : null;
        var query = new SoqlQuery("Task", SalesforceTask.Fields) { Where = SoqlCondition.All(ours, changed) };
        await foreach (var record in reader.ReadAsync(query, Keyset.ByStampAndId, cancellationToken))
            yield return record.As("Task", SalesforceTask.From);
    }

    /// <summary>The tasks of ours that are not done: ceil(tasks / 2,000) calls.</summary>
    public async IAsyncEnumerable<SalesforceTask> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ours = SoqlCondition.Compare(SalesforceTask.KeyField, SoqlComparison.NotEqual, SoqlLiteral.Null);
        var open = SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(false));
        var query = new SoqlQuery("Task", SalesforceTask.Fields) { Where = SoqlCondition.All(ours, open) };
        await foreach (var record in reader.ReadAsync(query, Keyset.ById, cancellationToken))
            yield return record.As("Task", SalesforceTask.From);
    }

    private async IAsyncEnumerable<SalesforceTask> ReadAsync(
        string field, IEnumerable<SoqlLiteral> values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ours = SoqlCondition.Compare(SalesforceTask.KeyField, SoqlComparison.NotEqual, SoqlLiteral.Null);
        var query = new SoqlQuery("Task", SalesforceTask.Fields) { Where = ours };
        foreach (var part in QueryLength.Split(values, query, field))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record.As("Task", SalesforceTask.From);
        }
    }
}
