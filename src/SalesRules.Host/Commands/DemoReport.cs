using System.Globalization;
using SalesRules.Host.Runs;
using Spectre.Console;

namespace SalesRules.Host.Commands;

/// <summary>A demo's run as a table of corrected deals above the run's figures.</summary>
internal static class DemoReport
{
    private const int Rows = 12;

    public static void Print(RunTally summary, TextWriter output, bool json)
    {
        if (!json)
            PrintTable(summary, output);
        RunReport.Print(summary, output, json);
    }

    private static void PrintTable(RunTally summary, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 140;
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Deal", "Amount", "Corrected", "From", "To", "Why");
        foreach (var (record, change) in summary.Corrections.SelectMany(record => record.Changes.Where(change => change.Rule is not null).Select(change => (record, change))).Take(Rows))
        {
            table.AddRow(
                Shown(record.Name ?? record.Id.Value),
                record.Amount?.ToString("N0", CultureInfo.InvariantCulture) ?? "",
                Shown(change.Field),
                Shown(change.From.ToString()),
                Shown(change.To.ToString()),
                Shown(change.Reason ?? ""));
        }

        console.Write(table);
        if (summary.Planned.CorrectedDeals > Rows)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Planned.CorrectedDeals:N0} deals were corrected; these are the first corrections."));
    }

    private static string Shown(string text) => Markup.Escape(TerminalText.OneLine(text));
}
