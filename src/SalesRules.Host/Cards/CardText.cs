using SalesRules.Host.Commands;
using SalesRules.Host.Runs;

namespace SalesRules.Host.Cards;

/// <summary>The decision card for a terminal.</summary>
internal static class CardText
{
    public static void Print(ExplainedDeal deal, TextWriter console)
    {
        var output = new TerminalWriter(console);
        output.WriteLine($"{deal.Card.Opportunity.Id} {deal.Card.Opportunity.Name}");
        foreach (var line in CardSections.Head(deal))
            output.WriteLine($"  {line}");
        foreach (var section in CardSections.Of(deal).Where(section => section.Lines.Count > 0 || section.Title == "No findings"))
        {
            output.WriteLine(section.Lines.Count == 0 ? $"{section.Title}." : section.Title);
            foreach (var line in section.Lines)
            {
                output.WriteLine($"  {line.Text}");
                foreach (var detail in line.Details)
                    output.WriteLine($"      {detail}");
            }
        }
    }
}
