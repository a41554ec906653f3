using System.Collections.Concurrent;
using System.Text.Json;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>Describes objects, each once: take a new reader for each run, because administrators change the schema between runs.</summary>
public sealed class DescribeReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly ConcurrentDictionary<string, ObjectDescription> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly SalesforceConnection connection;

    internal DescribeReader(SalesforceConnection connection) => this.connection = connection;

    /// <summary>The object as our user sees it now.</summary>
    /// <exception cref="SalesforceException">It does not exist or is hidden from our user (NOT_FOUND), or the call failed.</exception>
    public async Task<ObjectDescription> ReadAsync(string objectName, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(objectName, out var description))
            return description;
        var path = $"sobjects/{SoqlName.Object(objectName)}/describe";
        var reply = await connection.SendAsync(SalesforceRequest.Get(path, CallKind.Describe, $"Describe of {objectName}"), cancellationToken);
        return known.GetOrAdd(objectName, Read(reply));
    }

    /// <summary>The same; null where it does not exist or is hidden from our user.</summary>
    /// <exception cref="SalesforceException">The call failed.</exception>
    public async Task<ObjectDescription?> FindAsync(string objectName, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(objectName, cancellationToken);
        }
        catch (SalesforceException problem) when (problem.ErrorCode == "NOT_FOUND")
        {
            return null;
        }
    }

    private static ObjectDescription Read(SalesforceReply reply)
    {
        try
        {
            var row = reply.Json(JsonValueKind.Object).Deserialize<DescribeRow>(Json)!;
            return new(row.Name, row.Createable, row.Updateable, row.Queryable, row.Fields);
        }
        catch (JsonException)
        {
            throw reply.Unexpected();
        }
    }

    private sealed record DescribeRow(string Name, bool Createable, bool Updateable, bool Queryable, IReadOnlyList<FieldDescription> Fields);
}
