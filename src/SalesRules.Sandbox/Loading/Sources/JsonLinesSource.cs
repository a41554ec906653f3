using System.Text.Json;

namespace SalesRules.Sandbox.Loading.Sources;

/// <summary>
/// Reads one JSON object a line. Members are columns, members of nested objects are joined with dots (<c>Account.Name</c>), and the
/// <c>attributes</c> that Salesforce puts beside them are left out. A missing member is an empty cell.
/// </summary>
internal static class JsonLinesSource
{
    public static void Read(SourceTable table, TextReader text, Action<int, string> broken)
    {
        for (var line = 1; text.ReadLine() is { } json; line++)
        {
            if (string.IsNullOrWhiteSpace(json))
                continue;
            try
            {
                using var document = JsonDocument.Parse(json);
                var cells = new List<string?>();
                Flatten(table, document.RootElement, "", cells);
                table.Rows.Add(new SourceRow(table, line, [.. cells]));
            }
            catch (Exception error) when (error is JsonException or InvalidDataException)
            {
                broken(line, error is JsonException ? "This line is no JSON object." : error.Message);
            }
        }
    }

    private static void Flatten(SourceTable table, JsonElement element, string prefix, List<string?> cells)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException("This line is no JSON object.");
        foreach (var member in element.EnumerateObject())
        {
            var name = prefix + member.Name;
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object when member.Name != "attributes":
                    Flatten(table, member.Value, name + ".", cells);
                    break;
                case JsonValueKind.Object:
                    break;
                case JsonValueKind.Array:
                    throw new InvalidDataException($"\"{name}\" is a list; a cell holds one value.");
                default:
                    Put(table, name, TextOf(member.Value), cells);
                    break;
            }
        }
    }

    private static void Put(SourceTable table, string name, string? text, List<string?> cells)
    {
        if (!table.Columns.TryGetValue(name, out var index))
            table.Columns[name] = index = table.Columns.Count;
        while (cells.Count <= index)
            cells.Add(null);
        cells[index] = text;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
