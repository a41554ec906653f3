using SalesRules.Host.Commands;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Digests.Forms;

/// <summary>A digest as plain text in 72 columns.</summary>
internal static class DigestText
{
    public const int Width = 72;

    public static string Of(DigestDocument document)
    {
        List<string> lines = [.. Headed(document.Title, '='), .. Wrapped(document.Intro), .. document.Partial.SelectMany((line, index) => Wrapped(line, index == 0 ? "! " : "  - ", "  "))];
        string? group = null;
        foreach (var section in document.Sections)
        {
            if (section.Group is not null && section.Group != group)
                lines.AddRange(["", .. Headed(section.Group, '=')]);
            group = section.Group;
            lines.AddRange(["", .. Headed(section.Heading, '-'), .. section.Intro is null ? [] : Wrapped(section.Intro)]);
            lines.AddRange(section.Blocks.SelectMany(block => Of(block, document.Words)));
        }

        lines.AddRange(["", .. Wrapped(document.Made)]);
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Of(DocumentBlock block, DigestVoice voice) => block switch
    {
        DocumentNote note => Wrapped(note.Text),
        DocumentFigures figures => figures.Items.SelectMany(figure => Figure(figure, figures.Items.Max(item => item.Label.Length), voice)),
        DocumentTable table => Table(table, voice),
        DocumentDeals deals => [.. deals.Lines.SelectMany((deal, index) => Deal(deal, index + 1, deals.IsFull, voice)), .. deals.More is null ? [] : Wrapped(deals.More)],
        DocumentActions actions => [.. actions.Lines.SelectMany(action => Action(action, voice)), .. actions.More is null ? [] : Wrapped(actions.More)],
        _ => throw new NotSupportedException($"Text has no form for {block.GetType().Name}."),
    };

    private static IEnumerable<string> Figure(DocumentFigure figure, int width, DigestVoice voice) =>
        Wrapped($"{voice.Of(figure.Value)}{(figure.Note is null ? "" : $" ({figure.Note})")}", figure.Label.PadRight(width + 2), new string(' ', width + 2));

    /// <summary>Side by side where that fits, else row by row.</summary>
    private static IEnumerable<string> Table(DocumentTable table, DigestVoice voice)
    {
        var lines = TextTable.Lines([.. table.Columns.Select(column => column.Heading)], [.. table.Rows.Select(row => row.Cells)]).ToList();
        return lines.All(line => line.Length <= Width)
            ? lines
            : table.Rows.SelectMany(row => Wrapped(voice.Of(row.Cells[0]), "* ", "  ").Concat(
                table.Columns.Zip(row.Cells).Skip(1).SelectMany(cell => Wrapped($"{cell.First.Heading}: {voice.Of(cell.Second)}", "  ", "    "))));
    }

    private static IEnumerable<string> Deal(DealLine deal, int number, bool isFull, DigestVoice voice)
    {
        var first = FormattableString.Invariant($"{number}. ");
        var indent = new string(' ', first.Length);
        return
        [
            .. Wrapped(deal.Name, first, indent),
            .. Wrapped(DealWords.InALine(deal, voice), indent, indent),
            .. DealWords.Below(deal, isFull, voice).SelectMany(line => Wrapped($"{line.Label}: {line.Text}", indent, indent + "  ")),
        ];
    }

    private static IEnumerable<string> Action(ActionLine action, DigestVoice voice) =>
    [
        .. Wrapped($"{action.Who}: {action.What}", "- ", "  "),
        .. action.Deal is null ? [] : Wrapped($"{voice.Word("deal")}: {action.Deal}", "  ", "    "),
        .. Wrapped($"{voice.Word("by-when")}: {DealWords.ByWhen(action, voice)}", "  ", "    "),
    ];

    private static IEnumerable<string> Headed(string text, char line) => [.. Wrapped(text), new string(line, Math.Min(TerminalText.OneLine(text).Length, Width))];

    /// <summary>Whatever people typed ends where its paragraph ends, and steers no terminal.</summary>
    private static IEnumerable<string> Wrapped(string text, string first = "", string next = "")
    {
        var (start, line) = (first, "");
        foreach (var word in TerminalText.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && start.Length + line.Length + 1 + word.Length > Width)
            {
                yield return (start + line).TrimEnd();
                (start, line) = (next, "");
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return (start + line).TrimEnd();
    }
}
