using SalesRules.Host.Commands;
using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio;

/// <summary>The figures as a person reads them: short headed tables, counts beside every rate, and why something is unknown.</summary>
internal static class PortfolioText
{
    public static void Print(PortfolioReport report, TextWriter console)
    {
        var output = new TerminalWriter(console);
        var scope = report.Scope;
        output.WriteLine(FormattableString.Invariant($"Portfolio as of {scope.Today:yyyy-MM-dd} in {scope.Quarter}"));
        output.WriteLine(FormattableString.Invariant($"Twelve months: {scope.WindowStart:yyyy-MM-dd} to {scope.Today:yyyy-MM-dd}. Movement since {scope.Since:yyyy-MM-dd}. Amounts are the records' own, unconverted."));
        foreach (var figure in FigureList.All)
            Print(figure, report, output);
        PrintFindings(report, output);
    }

    private static void Print(Figure figure, PortfolioReport report, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{figure.Title}  [{figure.Id}; {figure.Source}]");
        var isCompared = report.By is not null && !figure.IsOfWhole;
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        if (figure.Comparison is not null || !isCompared)
            PrintTable(figure.Detail, [.. figure.Detail.Rows(report.Whole, report)], figure.MostRowsShown, reasons, output);
        if (isCompared)
            Compare(figure.Comparison ?? figure.Detail, report, reasons, output);
        foreach (var reason in reasons)
            output.WriteLine($"  unknown: {reason}");
        foreach (var note in figure.Notes(report))
            output.WriteLine($"  {note}");
    }

    private static void Compare(FigureTable table, PortfolioReport report, SortedSet<string> reasons, TextWriter output)
    {
        var rows = report.AllSlices.SelectMany(slice => table.Rows(slice, report).Select(row => (slice.Name, row))).ToList();
        PrintTable(
            table with { Columns = [new Column("slice", report.By!.Value.ToString(), IsLabel: true), .. table.Columns] },
            [.. rows.Select(row => row.row with { Cells = [Cell.Of(row.Name), .. row.row.Cells] })],
            int.MaxValue,
            reasons,
            output);
    }

    private static void PrintTable(FigureTable table, IReadOnlyList<FigureRow> rows, int most, SortedSet<string> reasons, TextWriter output)
    {
        if (rows.Count == 0)
        {
            output.WriteLine("  none");
            return;
        }

        foreach (var line in TextTable.Lines([.. table.Columns.Select(column => column.Heading)], [.. rows.Take(most).Select(row => row.Cells)]))
            output.WriteLine($"  {line}");
        if (rows.Count > most)
            output.WriteLine(FormattableString.Invariant($"  and {rows.Count - most:N0} more: --format json lists them"));
        foreach (var row in rows.Where(row => row.Why is not null && row.Cells.Any(cell => cell.IsUnknown)))
            reasons.Add(row.Why!);
    }

    private static void PrintFindings(PortfolioReport report, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(report.Findings.Count == 0 ? "No findings by team or owner." : "Findings");
        foreach (var finding in report.Findings)
            output.WriteLine($"  [{SalesRules.Decisions.Severities.Name(finding.Severity)}] {finding.Rule} ({finding.Of}): {finding.Message}");
    }
}
