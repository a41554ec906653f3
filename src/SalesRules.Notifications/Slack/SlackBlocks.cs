using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Slack;

/// <summary>The parts of a message as blocks. What is too long for one block becomes several; only a single text is ever cut.</summary>
internal static class SlackBlocks
{
    public const int LongestText = 3_000;
    private const int LongestField = 2_000;
    private const int MostFields = 10;
    private const int LongestLine = 2_900;

    public static IEnumerable<JsonNode> Of(Section section)
    {
        if (!string.IsNullOrWhiteSpace(section.Heading))
            yield return Text($"*{SlackText.Of(PlainText.OneLine(section.Heading), LongestLine)}*");
        foreach (var block in section.Blocks.SelectMany(Of))
            yield return block;
    }

    /// <summary>
    /// Links, not buttons: Slack reports every press of a button to the app, and warns the reader where the app does not answer, as one
    /// without a public address cannot.
    /// </summary>
    public static IEnumerable<JsonNode> Links(IReadOnlyList<LinkAction> actions) =>
        SlackLines.Pack(actions.Select(Link), "   ·   ", LongestText).Select(Text);

    public static JsonNode Context(string text) => new JsonObject
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(Plain(text, LongestField)),
    };

    private static IEnumerable<JsonNode> Of(Block block) => block switch
    {
        Paragraph { Text.Text.Length: 0 } => [],
        Paragraph { Text: { Link: null } text } => [SectionWith(Plain(text.Text, LongestText))],
        Paragraph paragraph => [Text(SlackText.Of(paragraph.Text, LongestText))],
        Facts facts => facts.Items.Chunk(MostFields).Select(Fields),
        BulletList list => Lines(list.Items.Select(item => $"• {SlackText.Of(item, LongestLine).Replace('\n', ' ')}")),
        Table table => Lines(table.Rows.Select(row => Row(table.Columns, row))),
        _ => throw new NotSupportedException($"Slack has no form for {block.GetType().Name}."),
    };

    private static IEnumerable<JsonNode> Lines(IEnumerable<string> lines) => SlackLines.Pack(lines, "\n", LongestText).Select(Text);

    private static string Link(LinkAction action)
    {
        var link = SlackText.Of(new Inline(action.Label, action.Link), LongestLine);
        return action.IsPrimary ? $"*{link}*" : link;
    }

    // A row is a line that names its columns: columns side by side break on a phone.
    private static string Row(IReadOnlyList<Column> columns, IReadOnlyList<Inline> row)
    {
        var room = (LongestLine / columns.Count) - 10;
        var further = columns.Zip(row).Skip(1).Where(cell => cell.Second.Text.Length > 0)
            .Select(cell => $"{SlackText.Of(cell.First.Title, room / 4)}: {SlackText.Of(cell.Second, room * 3 / 4)}");
        return string.Join(" · ", further.Prepend($"• *{SlackText.Of(row[0].Text.Length == 0 ? "–" : row[0], room)}*"));
    }

    private static JsonNode Fields(Fact[] facts) => new JsonObject
    {
        ["type"] = "section",
        ["fields"] = facts.Select(fact => Markdown(Field(fact))).AsJsonArray(),
    };

    private static string Field(Fact fact)
    {
        var name = $"*{SlackText.Of(fact.Name, LongestField / 4)}*\n";
        return name + SlackText.Of(fact.Value, LongestField - name.Length);
    }

    private static JsonNode Text(string text) => SectionWith(Markdown(text));

    private static JsonObject SectionWith(JsonObject text) => new() { ["type"] = "section", ["text"] = text };

    /// <summary>Where nothing is ours to format, nothing is formatted: every character stands as it was typed.</summary>
    private static JsonObject Plain(string text, int limit) => new() { ["type"] = "plain_text", ["text"] = text.Shorten(limit), ["emoji"] = false };

    // Verbatim: "@here" in a customer's text is only text.
    private static JsonObject Markdown(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };
}
