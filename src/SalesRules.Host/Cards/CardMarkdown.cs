using System.Text;
using SalesRules.Host.Commands;
using SalesRules.Host.Runs;

namespace SalesRules.Host.Cards;

/// <summary>The decision card as Markdown, for a ticket or a chat: what people typed into Salesforce stays text and formats nothing.</summary>
internal static class CardMarkdown
{
    private const string Special = "\\`*_{}[]<>#|~!&";

    public static void Print(ExplainedDeal deal, TextWriter output)
    {
        output.WriteLine($"# {Escaped($"{deal.Card.Opportunity.Name ?? "A deal without a name"} ({deal.Card.Opportunity.Id})")}");
        output.WriteLine();
        foreach (var line in CardSections.Head(deal))
            output.WriteLine($"- {Escaped(line)}");
        foreach (var section in CardSections.Of(deal).Where(section => section.Lines.Count > 0 || section.Title == "No findings"))
        {
            output.WriteLine();
            output.WriteLine($"## {section.Title}");
            if (section.Lines.Count > 0)
                output.WriteLine();
            foreach (var line in section.Lines)
            {
                output.WriteLine($"- {Escaped(line.Text)}");
                foreach (var detail in line.Details)
                    output.WriteLine($"  - {Escaped(detail)}");
            }
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in TerminalText.OneLine(text))
            escaped.Append(Special.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
        return escaped.ToString();
    }
}
