using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>A result as columns and rows: parents' fields are columns with dotted names.</summary>
/// <param name="ObjectName">The object in FROM.</param>
/// <param name="Columns">Dotted names with their types, in the order of the SELECT list.</param>
/// <param name="Rows">The values of each row, typed as records hold them.</param>
public sealed record QueryTable(string ObjectName, IReadOnlyList<QueryColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    internal static QueryTable Of(RecordQuery query) => Of(query, query.Rows.Rows());

    /// <summary>The columns alone: the query is not run.</summary>
    internal static QueryTable WithoutRows(RecordQuery query) => Of(query, []);

    private static QueryTable Of(RecordQuery query, IEnumerable<Record> records)
    {
        var columns = Flatten(query.Shape, "", static record => record).ToArray();
        var rows = records.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.Read(row))]);
        return new QueryTable(query.Rows.Type.Name, [.. columns.Select(column => column.Column)], [.. rows]);
    }

    private static IEnumerable<(QueryColumn Column, Func<Record, object?> Read)> Flatten(RecordShape shape, string prefix, Func<Record, Record?> follow) =>
        shape.Entries.SelectMany(entry => entry switch
        {
            FieldEntry { Type: FieldType.Address } => throw Refused("Selecting compound data not supported in Bulk Query"),
            FieldEntry field => [(new QueryColumn(prefix + field.Name, field.Type), row => follow(row) is { } record ? field.Read(record) : null)],
            ParentEntry parent => Flatten(parent.Shape, $"{prefix}{parent.Name}.", row => follow(row) is { } record ? parent.Lookup.Follow(record) : null),
            _ => throw Refused("Nested queries and TYPEOF not supported in Bulk Query"),
        });

    private static SoqlException Refused(string reason) => new(SoqlErrorCodes.MalformedQuery, reason);
}
