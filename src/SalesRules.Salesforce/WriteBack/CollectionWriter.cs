using System.Text.Json;
using Microsoft.Extensions.Logging;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>Writes batches of records, and reads fields of records right before and after a write.</summary>
/// <remarks>
/// One call of ours is one batch, so that the caller can journal each batch before it is sent. A batch is never repeated
/// blindly: where its reply is lost, every row is <see cref="RowOutcome.Unclear"/> and has to be read back.
/// </remarks>
public sealed class CollectionWriter
{
    /// <summary>The most rows of a write.</summary>
    public const int MostRows = 200;

    /// <summary>The most ids of a retrieve.</summary>
    public const int MostIds = 2_000;

    private readonly SalesforceConnection connection;
    private readonly LockRetry lockRetry;
    private readonly ILogger<CollectionWriter> logger;

    internal CollectionWriter(SalesforceConnection connection, LockRetry lockRetry, ILogger<CollectionWriter> logger)
    {
        this.connection = connection;
        this.lockRetry = lockRetry;
        this.logger = logger;
    }

    /// <summary>Updates up to 200 records of one object, each at most once. One outcome per row, in their order.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="rows">The records.</param>
    /// <param name="stillWantedAsync">
    /// Asked before a locked row is tried again, because whoever held the lock may have changed the record: one answer per
    /// row, false makes it <see cref="RowOutcome.Moved"/>.
    /// </param>
    /// <param name="answered">Told when the reply to a write has come, or is lost; null: nobody asks.</param>
    /// <param name="cancellationToken">Taken note of between calls; a call on the wire is waited for, so that its outcome is known.</param>
    /// <exception cref="SalesforceException">The call as a whole was refused or never arrived: nothing was written.</exception>
    public Task<IReadOnlyList<RowOutcome>> UpdateAsync(
        string objectName,
        IReadOnlyList<RecordUpdate> rows,
        Func<IReadOnlyList<RecordUpdate>, Task<IReadOnlyList<bool>>> stillWantedAsync,
        Action? answered,
        CancellationToken cancellationToken) =>
        WriteAsync(objectName, rows, row => row.Id.Value, stillWantedAsync, answered, part => Request(
            CallKind.Update, $"Update of {SoqlName.Object(objectName)}", "composite/sobjects",
            CollectionBody.OfRecords(objectName, "id", part.Select(row => (row.Id.Value, row.Values)))), cancellationToken);

    /// <summary>Creates or updates up to 200 records of one object by external id, each at most once. One outcome per row.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="keyField">The external id's API name.</param>
    /// <param name="rows">The records. A locked one is tried again as it is: the key is ours alone.</param>
    /// <param name="cancellationToken">Taken note of between calls; a call on the wire is waited for, so that its outcome is known.</param>
    /// <exception cref="SalesforceException">The call as a whole was refused or never arrived: nothing was written.</exception>
    public Task<IReadOnlyList<RowOutcome>> UpsertAsync(
        string objectName, string keyField, IReadOnlyList<RecordUpsert> rows, CancellationToken cancellationToken) =>
        WriteAsync(objectName, rows, row => row.Key, part => Task.FromResult<IReadOnlyList<bool>>([.. part.Select(_ => true)]), null, part => Request(
            CallKind.Upsert, $"Upsert of {SoqlName.Object(objectName)}", $"composite/sobjects/{objectName}/{SoqlName.Field(keyField)}",
            CollectionBody.OfRecords(objectName, keyField, part.Select(row => (row.Key, row.Values)))), cancellationToken);

    /// <summary>Fields of up to 2,000 records, in the order of the ids; null for one that does not exist or is hidden from our user.</summary>
    /// <exception cref="SalesforceException">The call failed.</exception>
    public async Task<IReadOnlyList<JsonElement?>> RetrieveAsync(
        string objectName, IReadOnlyList<SalesforceId> ids, IEnumerable<string> fields, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostIds, nameof(ids));
        if (ids.Count == 0)
            return [];
        var request = new SalesforceRequest(
            HttpMethod.Post, $"composite/sobjects/{SoqlName.Object(objectName)}", CallKind.Retrieve, $"Retrieve of {objectName}")
        {
            Idempotent = true,
            Body = CollectionBody.OfIds(ids, fields),
        };
        var reply = await connection.SendAsync(request, cancellationToken);
        var records = reply.Json(JsonValueKind.Array);
        return records.GetArrayLength() == ids.Count
            ? [.. records.EnumerateArray().Select(record => record.ValueKind == JsonValueKind.Object ? record : (JsonElement?)null)]
            : throw reply.Unexpected();
    }

    private static SalesforceRequest Request(CallKind kind, string operation, string path, ReadOnlyMemory<byte> body) =>
        new(HttpMethod.Patch, path, kind, operation) { Body = body };

    private async Task<IReadOnlyList<RowOutcome>> WriteAsync<TRow>(
        string objectName,
        IReadOnlyList<TRow> rows,
        Func<TRow, string> keyOf,
        Func<IReadOnlyList<TRow>, Task<IReadOnlyList<bool>>> stillWantedAsync,
        Action? answered,
        Func<IReadOnlyList<TRow>, SalesforceRequest> request,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MostRows, nameof(rows));
        if (rows.Select(keyOf).Distinct(StringComparer.OrdinalIgnoreCase).Count() < rows.Count)
            throw new ArgumentException("A record stands in the batch twice; Salesforce would refuse both rows.", nameof(rows));
        if (rows.Count == 0)
            return [];
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = (await SendAsync(objectName, request(rows), rows.Count, answered)).ToArray();
        await lockRetry.RunAsync(objectName, rows, outcomes, stillWantedAsync, part => RepeatAsync(objectName, request(part), part.Count, answered), cancellationToken);
        return outcomes;
    }

    // If we die while this is on the wire, the caller's journal says "sent" without an outcome, and the rows are read back.
    private async Task<IReadOnlyList<RowOutcome>> SendAsync(string objectName, SalesforceRequest request, int rows, Action? answered)
    {
        try
        {
            return CollectionResults.Read(await connection.SendAsync(request, CancellationToken.None), rows);
        }
        catch (SalesforceException e) when (e.MayHaveBeenCarriedOut)
        {
            logger.OutcomeUnclear(rows, objectName, e.ErrorCode);
            return [.. Enumerable.Repeat(new RowOutcome.Unclear(e.ErrorCode, e.Message), rows)];
        }
        finally
        {
            answered?.Invoke();
        }
    }

    // In a repeat a refusal of the whole call must not hide what the first call has written.
    private async Task<IReadOnlyList<RowOutcome>> RepeatAsync(string objectName, SalesforceRequest request, int rows, Action? answered)
    {
        try
        {
            return await SendAsync(objectName, request, rows, answered);
        }
        catch (SalesforceException e)
        {
            return [.. Enumerable.Repeat(new RowOutcome.Refused(e.ErrorCode, e.Message, e.Fields, e.Verdict, e.ServerText), rows)];
        }
    }
}
