using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesRules.Sandbox.Soql.Binding;
using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Results;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql;

/// <summary>
/// Answers SOQL over the org's records with the JSON of the REST API. Each call sees one consistent state of the store.
/// A query the org would refuse is a <see cref="SoqlException"/>.
/// </summary>
public sealed class SoqlEngine(OrgStore store, TimeProvider clock)
{
    /// <summary>Aggregates have no cursor: more groups than this are refused.</summary>
    private const int MaxGroups = 2000;

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly QueryCursors cursors = new(clock);

    /// <summary>The first page of a result, as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Query(string soql, QueryOptions options) => store.Read(_ =>
    {
        var query = Bind(soql, options.IncludeDeleted, options.UserId);
        return Write(options, writer => Write(query, writer));
    });

    /// <summary>A further page: whatever <see cref="Query"/> gave as the last segment of nextRecordsUrl.</summary>
    public ReadOnlyMemory<byte> QueryMore(string locator, QueryOptions options)
    {
        var (id, cursor, offset) = cursors.Find(locator);
        return store.Read(_ => Write(options, writer => writer.WriteMore(id, cursor, offset)));
    }

    /// <summary>The object that a locator reads; null when its cursor is closed or never was.</summary>
    internal string? ObjectOf(string locator) => cursors.TableOf(locator)?.Type.Name;

    /// <summary>Closes the cursor of a locator before its time.</summary>
    internal void Close(string locator) => cursors.Close(locator);

    /// <summary>What <c>columns=true</c> answers: the columns of the result, without running the query.</summary>
    public ReadOnlyMemory<byte> DescribeColumns(string soql) =>
        store.Read(_ => WriteJson(json => new ColumnWriter(json).Write(Bind(soql, includeDeleted: false))));

    /// <summary>What <c>explain=</c> answers: how the rows would be found.</summary>
    public ReadOnlyMemory<byte> Explain(string soql) =>
        store.Read(_ => WriteJson(json => PlanWriter.Write(json, Bind(soql, includeDeleted: false).Rows)));

    /// <summary>The whole result as rows of values, for the Bulk API. Subqueries and aggregates do not fit into a table and are refused.</summary>
    public QueryTable Tabulate(string soql, bool includeDeleted, string? userId = null) =>
        store.Read(_ => QueryTable.Of(BindRecords(soql, includeDeleted, userId)));

    /// <summary>The columns that <see cref="Tabulate"/> would give, without a row; refuses the same queries.</summary>
    public QueryTable DescribeTable(string soql) => store.Read(_ => QueryTable.WithoutRows(BindRecords(soql, includeDeleted: false, userId: null)));

    private RecordQuery BindRecords(string soql, bool includeDeleted, string? userId) => Bind(soql, includeDeleted, userId) is BoundRecordQuery records
        ? records.Query
        : throw new SoqlException(SoqlErrorCodes.MalformedQuery, "Aggregate Relationships not supported in Bulk Query");

    private BoundQuery Bind(string soql, bool includeDeleted, string? userId = null) =>
        QueryBinder.Bind(soql, store, OrgCalendar.Of(store, clock.GetUtcNow()), includeDeleted, userId);

    private static void Write(BoundQuery query, ResultWriter writer)
    {
        switch (query)
        {
            case BoundRecordQuery records:
                writer.WriteRecords(records.Query.Shape, records.Rows.Table, [.. records.Rows.Rows()]);
                break;
            case BoundAggregateQuery aggregate:
                var groups = aggregate.Query.Groups().Take(MaxGroups + 1).ToArray();
                writer.WriteGroups(aggregate.Query, groups.Length <= MaxGroups ? groups : throw TooManyGroups());
                break;
            default:
                writer.WriteCount(query.Rows.Rows().Count());
                break;
        }
    }

    private ReadOnlyMemory<byte> Write(QueryOptions options, Action<ResultWriter> write) => WriteJson(json =>
        write(new ResultWriter(json, $"v{options.ApiVersion}", cursors, new Pager(options.EffectiveBatchSize))));

    private static ReadOnlyMemory<byte> WriteJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
            write(json);
        return buffer.WrittenMemory;
    }

    private static SoqlException TooManyGroups() => new(
        "EXCEEDED_ID_LIMIT", "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
}
