using System.Text;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Digests.Forms;

/// <summary>Tables of a page: headed columns and rows, with a bar beside each row where there is a chart.</summary>
internal static class HtmlTable
{
    public static string Of(DocumentTable table, string labelledBy, DigestVoice voice)
    {
        var page = new StringBuilder();
        page.Append($"<table class=\"rows{(table.Chart is null ? "" : " charted")}\" aria-labelledby=\"{labelledBy}\">\n");
        if (table.Chart is { } chart)
            page.Append($"<caption>{HtmlText.Of(chart.Text)}</caption>\n");
        page.Append($"<thead><tr>{string.Concat(table.Columns.Select((column, place) => $"<th scope=\"col\"{Class(table, place)}>{HtmlText.Of(column.Heading)}</th>"))}{(table.Chart is null ? "" : "<td class=\"bar\"></td>")}</tr></thead>\n<tbody>\n");
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var cells = table.Rows[index].Cells.Select((cell, place) => Cell(table, cell, place, voice));
            page.Append($"<tr>{string.Concat(cells)}{(table.Chart is { } bars ? $"<td class=\"bar\">{HtmlCharts.Bars(bars.Bars[index], bars.Most)}</td>" : "")}</tr>\n");
        }

        return page.Append("</tbody>\n</table>\n").ToString();
    }

    public static string Of(DocumentActions actions, string labelledBy, DigestVoice voice)
    {
        string[] columns = [voice.Word("who"), voice.Word("what"), voice.Word("deal"), voice.Word("by-when")];
        var rows = actions.Lines.Select(action =>
            $"<tr><th scope=\"row\">{HtmlText.Of(action.Who)}</th><td data-label=\"{HtmlText.Of(columns[1])}\">{HtmlText.Of(action.What)}</td><td data-label=\"{HtmlText.Of(columns[2])}\">{Deal(action)}</td><td data-label=\"{HtmlText.Of(columns[3])}\"{(action.IsOverdue ? " class=\"late\"" : "")}>{HtmlText.Of(DealWords.ByWhen(action, voice))}</td></tr>\n");
        return $"<table class=\"stack\" aria-labelledby=\"{labelledBy}\">\n<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{HtmlText.Of(column)}</th>"))}</tr></thead>\n<tbody>\n{string.Concat(rows)}</tbody>\n</table>\n{More(actions.More)}";
    }

    public static string More(string? more) => more is null ? "" : $"<p class=\"more\">{HtmlText.Of(more)}</p>\n";

    private static string Deal(ActionLine action) =>
        action.Deal is { } name ? $"<a href=\"{HtmlText.Of(action.Link!.AbsoluteUri)}\">{HtmlText.Of(name)}</a>" : "";

    private static string Cell(DocumentTable table, Cell cell, int place, DigestVoice voice) =>
        place == 0 ? $"<th scope=\"row\">{HtmlText.Of(voice.Of(cell))}</th>" : $"<td{Class(table, place)}>{HtmlText.Of(voice.Of(cell))}</td>";

    private static string Class(DocumentTable table, int place) => table.Rows.Any(row => row.Cells[place].Unit != Unit.Text) ? " class=\"number\"" : "";
}
