using System.Globalization;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>A plan as a person reads it: each deal, each field, before and after, and why; then the totals.</summary>
internal static class PlanReport
{
    private const int LongestShown = 80;

    public static void Print(WriteBackPlan plan, TextWriter output)
    {
        // Corrections of what people own come first: they are what a reader must agree with.
        PrintRecords(plan.Records.OrderByDescending(record => record.IsCorrection), output);
        PrintTotals(plan.Totals(), output);
    }

    public static void PrintRecords(IEnumerable<PlannedRecord> records, TextWriter output)
    {
        var lines = new TerminalWriter(output);
        foreach (var record in records)
            Print(record, lines);
    }

    private static void Print(PlannedRecord record, TextWriter output)
    {
        output.WriteLine($"{record.Id} {record.Name}{(record.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $" ({amount:N0})") : "")}");
        foreach (var change in record.Changes)
        {
            output.WriteLine($"  {(change.Rule is null ? " " : "~")} {change.Field}: {Shown(change.From)} -> {Shown(change.To)}");
            if (change.Reason is { } reason)
                output.WriteLine($"      {change.Rule}: {reason}");
        }

        if (record.NewScore is { } score)
            output.WriteLine($"  + score history {score.Key}: {string.Join(", ", Pillars.All.Select(pillar => $"{pillar.Letter()} {FieldValue.Of((decimal?)score.Scores[pillar]) switch { { IsNull: true } => "-", var points => points.ToString() }}"))}{(score.IsInherited ? ", inherited" : "")}");
        foreach (var task in record.NewTasks)
            output.WriteLine($"  + task for {task.Owner?.Value ?? "nobody"} due {FieldValue.Of(task.Due)}: {task.Subject}");
        foreach (var task in record.ClearedTasks)
            output.WriteLine($"  - task {task.Key} is completed: its condition has cleared");
    }

    private static void PrintTotals(PlanTotals totals, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Plan: {totals.Deals:N0} deals, {totals.CorrectedDeals:N0} corrected, {totals.FieldChanges:N0} fields, {totals.NewTasks:N0} tasks to create, {totals.ClearedTasks:N0} to complete, {totals.NewScores:N0} rows of score histories."));
        foreach (var (rule, count) in totals.CorrectionsByRule)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule,-32} {count,8:N0} corrections"));
        RunReport.PrintMoves(totals, output);
    }

    private static string Shown(FieldValue value)
    {
        if (value.IsNull)
            return "(empty)";
        var text = value.ToString().ReplaceLineEndings(" | ");
        return text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
    }
}
