using System.Text;
using SalesRules.Host.Commands;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Digests.Forms;

/// <summary>A digest as Markdown, for a wiki or a chat: what people typed into Salesforce stays text and formats nothing.</summary>
internal static class DigestMarkdown
{
    private const string Special = "\\`*_{}[]()<>#|~!&";

    public static string Of(DigestDocument document)
    {
        List<string> lines = [$"# {Escaped(document.Title)}", "", Escaped(document.Intro), .. document.Partial.SelectMany((line, index) => index == 0 ? new[] { "", $"> **{Escaped(line)}**" } : [$"> - {Escaped(line)}"])];
        string? group = null;
        foreach (var section in document.Sections)
        {
            if (section.Group is not null && section.Group != group)
                lines.AddRange(["", $"## {Escaped(section.Group)}"]);
            group = section.Group;
            lines.AddRange(["", $"{(group is null ? "##" : "###")} {Escaped(section.Heading)}", ""]);
            if (section.Intro is { } intro)
                lines.AddRange([Escaped(intro), ""]);
            lines.AddRange(section.Blocks.SelectMany(block => Of(block, document.Words)));
        }

        lines.AddRange(["", "---", "", $"*{Escaped(document.Made)}*"]);
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Of(DocumentBlock block, DigestVoice voice) => block switch
    {
        DocumentNote note => [Escaped(note.Text)],
        DocumentFigures figures => figures.Items.Select(figure => $"- {Escaped(figure.Label)}: **{Escaped(voice.Of(figure.Value))}**{(figure.Note is null ? "" : $" ({Escaped(figure.Note)})")}"),
        DocumentTable table => Table(table, voice),
        DocumentDeals deals => [.. deals.Lines.SelectMany((deal, index) => Deal(deal, index + 1, deals.IsFull, voice)), .. More(deals.More)],
        DocumentActions actions => [.. actions.Lines.Select(action => Action(action, voice)), .. More(actions.More)],
        _ => throw new NotSupportedException($"Markdown has no form for {block.GetType().Name}."),
    };

    private static IEnumerable<string> Table(DocumentTable table, DigestVoice voice)
    {
        yield return $"| {string.Join(" | ", table.Columns.Select(column => Escaped(column.Heading)))} |";
        yield return $"|{string.Concat(table.Columns.Select((_, place) => IsNumber(table, place) ? "---:|" : "---|"))}";
        foreach (var row in table.Rows)
            yield return $"| {string.Join(" | ", row.Cells.Select(cell => Escaped(voice.Of(cell))))} |";
    }

    private static bool IsNumber(DocumentTable table, int place) => table.Rows.Any(row => row.Cells[place].Unit != Unit.Text);

    private static IEnumerable<string> Deal(DealLine deal, int number, bool isFull, DigestVoice voice)
    {
        var indent = new string(' ', FormattableString.Invariant($"{number}. ").Length);
        yield return FormattableString.Invariant($"{number}. [{Escaped(deal.Name)}]({deal.Link.AbsoluteUri}) - {Escaped(DealWords.InALine(deal, voice))}");
        foreach (var (label, text) in DealWords.Below(deal, isFull, voice))
            yield return $"{indent}- {Escaped(label)}: {Escaped(text)}";
    }

    private static string Action(ActionLine action, DigestVoice voice)
    {
        var deal = action switch
        {
            { Deal: { } name, Link: { } link } => $" ([{Escaped(name)}]({link.AbsoluteUri}))",
            _ => "",
        };
        return $"- **{Escaped(action.Who)}**: {Escaped(action.What)}{deal} - {Escaped(voice.Word("by-when").ToLowerInvariant())}: {Escaped(DealWords.ByWhen(action, voice))}";
    }

    private static IEnumerable<string> More(string? more) => more is null ? [] : ["", Escaped(more)];

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in TerminalText.OneLine(text))
            escaped.Append(Special.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
        return escaped.ToString();
    }
}
