using System.Text.Json;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Binding;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>Writes the columns of a result as <c>columns=true</c> does.</summary>
internal sealed class ColumnWriter(Utf8JsonWriter json)
{
    public void Write(BoundQuery query)
    {
        json.WriteStartObject();
        json.WriteStartArray("columnMetadata");
        if (query is BoundRecordQuery records)
            WriteShape(records.Query.Shape);
        else if (query is BoundAggregateQuery aggregate)
            foreach (var column in aggregate.Query.Columns)
                WriteColumn(column.Name, column.Operand.Field?.Label ?? column.Name, column.Operand.Type, aggregate: column.Operand.Field is null);
        json.WriteEndArray();
        json.WriteString("entityName", query.Rows.Type.Name);
        json.WriteBoolean("groupBy", query is BoundAggregateQuery { Query.Keys.Count: > 0 });
        json.WriteBoolean("idSelected", SelectsId(query));
        json.WriteString("keyPrefix", query.Rows.Type.KeyPrefix);
        json.WriteEndObject();
    }

    private static bool SelectsId(BoundQuery query) =>
        query is BoundRecordQuery records && records.Query.Shape.Entries.OfType<FieldEntry>().Any(entry => entry.Type == FieldType.Id);

    private void WriteShape(RecordShape? shape)
    {
        foreach (var entry in shape?.Entries ?? [])
        {
            switch (entry)
            {
                case FieldEntry field:
                    WriteColumn(field.Name, field.Definition.Label, field.Type, field.Definition);
                    break;
                case ParentEntry parent:
                    WriteColumn(parent.Name, parent.Name, FieldType.Reference, joined: parent.Shape);
                    break;
                case TypeofEntry choice:
                    WriteColumn(choice.Name, choice.Name, FieldType.Reference, joined: choice.Otherwise);
                    break;
                case ChildrenEntry children:
                    WriteColumn(children.Name, children.Name, FieldType.Reference, joined: children.Children.Shape, aggregate: true);
                    break;
            }
        }
    }

    private void WriteColumn(
        string name, string label, FieldType type, SObjectField? field = null, RecordShape? joined = null, bool aggregate = false)
    {
        json.WriteStartObject();
        json.WriteBoolean("aggregate", aggregate);
        json.WriteString("apexType", type.ToString());
        json.WriteBoolean("booleanType", type == FieldType.Boolean);
        json.WriteString("columnName", name);
        json.WriteBoolean("custom", field is { Custom: true });
        json.WriteString("displayName", label);
        json.WriteNull("foreignKeyName");
        json.WriteBoolean("insertable", field is { Createable: true });
        json.WriteStartArray("joinColumns");
        WriteShape(joined);
        json.WriteEndArray();
        json.WriteBoolean("numberType", type.IsNumber());
        json.WriteBoolean("textType", type.IsText());
        json.WriteBoolean("updatable", field is { Updateable: true });
        json.WriteEndObject();
    }
}
