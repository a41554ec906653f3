using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>The parts of a message as rows of a mail.</summary>
internal static class HtmlSection
{
    private const string Line = "border-bottom:1px solid #8a94a3;";
    private const string CellStyle = "padding:4px 12px 4px 0;vertical-align:top;";

    public static string Of(Section section)
    {
        var heading = section.Heading is null ? [] : new[] { $"<h2 style=\"margin:0 0 8px 0;font-size:16px;line-height:24px;font-weight:bold;\">{Html.Text(section.Heading)}</h2>" };
        return Html.Row(string.Join('\n', [.. heading, .. section.Blocks.Select(Of)]));
    }

    /// <summary>A link in a coloured cell: Outlook shows no padding around a link itself.</summary>
    public static string Button(LinkAction action)
    {
        var (colour, text) = action.IsPrimary ? (Html.LinkColour, "#ffffff") : ("transparent", Html.LinkColour);
        var fill = action.IsPrimary ? $" bgcolor=\"{colour}\"" : "";
        return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"display:inline-table;margin:0 8px 8px 0;\"><tr>"
            + $"<td{fill} style=\"background-color:{colour};border:1px solid {Html.LinkColour};border-radius:4px;padding:8px 14px;\">"
            + $"<a href=\"{Html.Address(action.Link)}\" style=\"{Html.Font}color:{text};text-decoration:none;font-weight:bold;\">{Html.Text(action.Label)}</a>"
            + "</td></tr></table>";
    }

    private static string Of(Block block) => block switch
    {
        Paragraph paragraph => $"<p style=\"margin:0 0 8px 0;\">{Html.Of(paragraph.Text)}</p>",
        Facts facts => Layout(facts.Items.Select(fact => $"<tr><td style=\"{CellStyle}font-weight:bold;\">{Html.Text(fact.Name)}</td><td style=\"{CellStyle}\">{Html.Of(fact.Value)}</td></tr>")),
        BulletList list => $"<ul style=\"margin:0 0 8px 0;padding:0 0 0 20px;\">\n{string.Join('\n', list.Items.Select(item => $"<li style=\"margin:0 0 4px 0;\">{Html.Of(item)}</li>"))}\n</ul>",
        Table table => Grid(table),
        _ => throw new NotSupportedException($"HTML has no form for {block.GetType().Name}."),
    };

    private static string Layout(IEnumerable<string> rows) =>
        $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"{Html.Font}margin:0 0 8px 0;\">\n{string.Join('\n', rows)}\n</table>";

    // A table of values, and so not of the layout: it is read aloud with its headings.
    private static string Grid(Table table)
    {
        var head = string.Concat(table.Columns.Select(column => $"<th scope=\"col\" align=\"{Side(column)}\" style=\"{CellStyle}{Line}font-size:13px;\">{Html.Text(column.Title)}</th>"));
        var rows = table.Rows.Select(row => $"<tr>{string.Concat(table.Columns.Zip(row, (column, cell) => $"<td align=\"{Side(column)}\" style=\"{CellStyle}{Line}\">{Html.Of(cell)}</td>"))}</tr>");
        return $"<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"100%\" style=\"{Html.Font}font-size:14px;margin:0 0 8px 0;border-collapse:collapse;\">\n"
            + $"<tr>{head}</tr>\n{string.Join('\n', rows)}\n</table>";
    }

    private static string Side(Column column) => column.IsNumber ? "right" : "left";
}
