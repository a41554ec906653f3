using System.Text.Json;
using SalesRules.Sandbox.Soql.Aggregation;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>Writes results as REST replies: totalSize, done, nextRecordsUrl, records, in this order.</summary>
/// <param name="json">Where to.</param>
/// <param name="basePath"><c>/services/data/v64.0</c>, the version the caller asked with.</param>
/// <param name="cursors">Keeps what does not fit into one page.</param>
/// <param name="pager">Says what fits.</param>
internal sealed class ResultWriter(Utf8JsonWriter json, string basePath, QueryCursors cursors, Pager pager)
{
    public void WriteCount(int count) => WriteResult(count, null, () => { });

    public void WriteGroups(AggregateQuery query, IReadOnlyList<RowGroup> groups) => WriteResult(groups.Count, null, () =>
    {
        foreach (var group in groups)
            WriteGroup(query, group);
    });

    /// <summary>The first page; opens a cursor when there are more.</summary>
    public void WriteRecords(RecordShape shape, Table table, IReadOnlyList<Record> rows)
    {
        var page = pager.Page(shape, rows, 0);
        WritePage(shape, page, page.NextOffset is null ? null : cursors.Open(shape, table, rows));
    }

    /// <summary>A further page of an open cursor.</summary>
    public void WriteMore(string cursorId, QueryCursor cursor, int offset) =>
        WritePage(cursor.Shape, pager.Page(cursor.Shape, cursor.Rows(), offset), cursorId);

    private void WritePage(RecordShape shape, ResultPage page, string? cursorId)
    {
        var nextLocator = page.NextOffset is { } next ? $"{cursorId}-{next}" : null;
        WriteResult(page.TotalSize, nextLocator, () =>
        {
            foreach (var row in page.Rows)
                WriteRecord(shape, row.Record, row.Children);
        });
    }

    private void WriteResult(int totalSize, string? nextLocator, Action writeRecords)
    {
        json.WriteStartObject();
        json.WriteNumber("totalSize", totalSize);
        json.WriteBoolean("done", nextLocator is null);
        if (nextLocator is not null)
            json.WriteString("nextRecordsUrl", $"{basePath}/query/{nextLocator}");
        json.WriteStartArray("records");
        writeRecords();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteGroup(AggregateQuery query, RowGroup group)
    {
        json.WriteStartObject();
        json.WriteStartObject("attributes");
        json.WriteString("type", "AggregateResult");
        json.WriteEndObject();
        foreach (var column in query.Columns)
        {
            json.WritePropertyName(column.Name);
            JsonValues.Write(json, column.Operand.Type, column.Operand.Read(group));
        }

        json.WriteEndObject();
    }

    private void WriteRecord(RecordShape? shape, Record record, IReadOnlyList<IReadOnlyList<Record>> children)
    {
        json.WriteStartObject();
        json.WriteStartObject("attributes");
        json.WriteString("type", record.Type.Name);
        json.WriteString("url", $"{basePath}/sobjects/{record.Type.Name}/{record.Id}");
        json.WriteEndObject();
        var subquery = 0;
        foreach (var entry in shape?.Entries ?? [])
        {
            json.WritePropertyName(entry.Name);
            WriteEntry(entry, record, entry is ChildrenEntry ? children[subquery++] : []);
        }

        json.WriteEndObject();
    }

    private void WriteEntry(ShapeEntry entry, Record record, IReadOnlyList<Record> children)
    {
        switch (entry)
        {
            case FieldEntry field:
                JsonValues.Write(json, field.Type, field.Read(record));
                break;
            case ParentEntry parent:
                WriteParent(parent.Lookup.Follow(record), _ => parent.Shape);
                break;
            case TypeofEntry choice:
                WriteParent(choice.Lookup.Follow(record), choice.For);
                break;
            case ChildrenEntry subquery when children.Count > 0:
                WriteRecords(subquery.Children.Shape, subquery.Children.Rows.Table, children);
                break;
            default:
                // No children is null, not an empty result.
                json.WriteNullValue();
                break;
        }
    }

    private void WriteParent(Record? parent, Func<Record, RecordShape?> shapeOf)
    {
        if (parent is null)
            json.WriteNullValue();
        else
            WriteRecord(shapeOf(parent), parent, []);
    }
}
