using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Teams;

/// <summary>The parts of a message as elements of an Adaptive Card.</summary>
internal static class TeamsElements
{
    // One text may not use up the card: what is cut says so.
    private const int LongestText = 4_000;
    private const int LongestName = 200;
    private const int LongestCell = 500;

    // An empty text block is no block to some clients, and the row would shift.
    private const string Nothing = "–";

    public static JsonNode Title(string title, Level level) => new JsonObject
    {
        ["type"] = "Container",
        ["style"] = level switch { Level.Urgent => "attention", Level.Attention => "warning", _ => "emphasis" },
        ["bleed"] = true,
        ["items"] = new JsonArray(Block($"{Word(level)}{TeamsText.Of(title, LongestText)}", ("size", "Large"), ("weight", "Bolder"), ("style", "heading"))),
    };

    public static IEnumerable<JsonNode> Of(Section section)
    {
        if (section.Heading is not null)
            yield return Block(TeamsText.Of(section.Heading, LongestName), ("weight", "Bolder"), ("spacing", "Medium"), ("style", "heading"));
        foreach (var block in section.Blocks)
            yield return Of(block);
    }

    public static JsonNode Text(Inline text) => Block(TeamsText.Of(text, LongestText));

    public static JsonNode Small(string text) => Block(TeamsText.Of(text, LongestText), ("isSubtle", true), ("size", "Small"));

    private static JsonNode Of(Block block) => block switch
    {
        Paragraph paragraph => Text(paragraph.Text),
        Facts facts => FactSet(facts),
        BulletList list => Block(string.Join('\n', list.Items.Select(item => $"- {TeamsText.Of(item, LongestCell).Replace("\n\n", " ", StringComparison.Ordinal)}"))),
        Table table => Grid(table),
        _ => throw new NotSupportedException($"Teams has no form for {block.GetType().Name}."),
    };

    private static JsonObject FactSet(Facts facts) => new JsonObject
    {
        ["type"] = "FactSet",
        ["facts"] = facts.Items.Select(fact => new JsonObject
        {
            ["title"] = TeamsText.Of(fact.Name, LongestName),
            ["value"] = TeamsText.Of(fact.Value, LongestCell),
        }).AsJsonArray(),
    };

    private static JsonObject Grid(Table table) => new JsonObject
    {
        ["type"] = "Table",
        ["firstRowAsHeader"] = true,
        ["showGridLines"] = false,
        ["columns"] = table.Columns.Select((column, place) => new JsonObject
        {
            ["width"] = place == 0 ? 2 : 1,
            ["horizontalCellContentAlignment"] = column.IsNumber ? "Right" : "Left",
        }).AsJsonArray(),
        ["rows"] = table.Rows.Select(row => Row(row)).Prepend(Row([.. table.Columns.Select(column => new Inline(column.Title))], ("weight", "Bolder"))).AsJsonArray(),
    };

    private static JsonObject Row(IReadOnlyList<Inline> cells, params (string Name, JsonNode Value)[] style) => new JsonObject
    {
        ["type"] = "TableRow",
        ["cells"] = cells.Select(cell => new JsonObject
        {
            ["type"] = "TableCell",
            ["items"] = new JsonArray(Block(cell.Text.Length == 0 ? Nothing : TeamsText.Of(cell, LongestCell), [.. style.Select(s => (s.Name, s.Value.DeepClone()))])),
        }).AsJsonArray(),
    };

    private static JsonObject Block(string text, params (string Name, JsonNode Value)[] style)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        foreach (var (name, value) in style)
            block[name] = value;
        return block;
    }

    // Said in words too: a colour alone is not read aloud.
    private static string Word(Level level) => level switch { Level.Urgent => "Urgent: ", Level.Attention => "Attention: ", _ => "" };
}
