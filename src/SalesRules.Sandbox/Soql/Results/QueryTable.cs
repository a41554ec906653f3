using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>A result as columns and rows: parents' fields are columns with dotted names.</summary>
/// <param name="ObjectName">The object in FROM.</param>
/// <param name="Columns">Dotted names, in the order of the SELECT list.</param>
/// <param name="Rows">The values of each row, typed as records hold them.</param>
public sealed record QueryTable(string ObjectName, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    internal static QueryTable Of(RecordQuery query)
    {
        var columns = Flatten(query.Shape, "", static record => record).ToArray();
        var rows = query.Rows.Rows().Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.Read(row))]);
        return new QueryTable(query.Rows.Type.Name, [.. columns.Select(column => column.Name)], [.. rows]);
    }

    private static IEnumerable<(string Name, Func<Record, object?> Read)> Flatten(RecordShape shape, string prefix, Func<Record, Record?> follow) =>
        shape.Entries.SelectMany(entry => entry switch
        {
            FieldEntry { Type: FieldType.Address } => throw Refused("Selecting compound data not supported in Bulk Query"),
            FieldEntry field => [(prefix + field.Name, row => follow(row) is { } record ? field.Read(record) : null)],
            ParentEntry parent => Flatten(parent.Shape, $"{prefix}{parent.Name}.", row => follow(row) is { } record ? parent.Lookup.Follow(record) : null),
            _ => throw Refused("Nested queries and TYPEOF not supported in Bulk Query"),
        });

    private static SoqlException Refused(string reason) => new(SoqlErrorCodes.MalformedQuery, reason);
}
