using System.Globalization;
using SalesRules.Host.Runs;
using SalesRules.Host.Shadows;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>A run's figures as text for a person, or as <see cref="RunJson"/> for a program.</summary>
internal static class RunReport
{
    public static void Print(RunTally summary, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => RunJson.Write(writer, summary)));
        else
            PrintText(summary, new TerminalWriter(output));
    }

    private static void PrintText(RunTally summary, TextWriter output)
    {
        output.WriteLine(Invariant($"Run {summary.Run}: {summary.Status} in {summary.Elapsed.TotalSeconds:0.0} s, {summary.ApiCalls:N0} API calls"));
        output.WriteLine(Invariant($"  read {summary.Read:N0}, evaluated {summary.Evaluated:N0}, unreadable {summary.Unreadable:N0}"));
        output.WriteLine(Invariant($"  planned {summary.Planned.Deals:N0} deals ({summary.Planned.CorrectedDeals:N0} corrected, {summary.Planned.Deals - summary.Planned.WrittenDeals:N0} with tasks or score history only), written {summary.Writes.Written:N0}, refused {summary.Writes.Refused:N0}, moved meanwhile {summary.Writes.Moved:N0}, unclear {summary.Writes.Unclear:N0}"));
        output.WriteLine(Invariant($"  tasks created {summary.Writes.TasksCreated:N0}, completed {summary.Writes.TasksCompleted:N0}, refused {summary.Writes.TasksRefused:N0}"));
        if (summary.Planned.NewScores > 0)
            output.WriteLine(Invariant($"  score history: {summary.Writes.ScoresWritten:N0} rows written, refused {summary.Writes.ScoresRefused:N0}, unclear {summary.Writes.ScoresUnclear:N0}"));
        if (summary.Leads is { } leads)
            LeadReport.Print(leads, output, isPlan: false);
        if (summary.CanaryPassed > 0)
            output.WriteLine(Invariant($"  canary {summary.CanaryPassed:N0}: went first, and stood as planned when they were read and decided again"));
        if (summary.AlreadyApplied > 0)
            output.WriteLine(Invariant($"  already applied {summary.AlreadyApplied:N0}: these records stand as the plan leaves them"));
        if (summary.LeftAlone > 0)
            output.WriteLine(Invariant($"  left alone {summary.LeftAlone:N0}: changed since, so that our value no longer stands there"));
        if (summary.Certificate is { } certificate)
            output.WriteLine($"  certificate: {certificate}");
        if (summary.Writes.LongestWindow is { } window)
            output.WriteLine(Invariant($"  longest window {window.TotalMilliseconds:N0} ms: from our last look at a batch to the reply to its write; an edit within it may be overwritten"));
        if (summary.Late > 0)
            output.WriteLine(Invariant($"  found late {summary.Late:N0}: changed before the last window began and not visible then; decided now"));
        if (summary.Deleted > 0)
            output.WriteLine(Invariant($"  deleted in Salesforce {summary.Deleted:N0}: they are decided no more; their history stays in the journal"));
        if (summary.Deferred > 0)
            output.WriteLine(Invariant($"  deferred {summary.Deferred:N0}: the org has no more API calls left than its reserve (Limits:ApiReserve); only corrections went out"));
        if (summary.StopReason is { } reason)
            output.WriteLine($"  {reason}");
        foreach (var note in summary.Drift)
            output.WriteLine($"  {(note.IsWarning ? "schema" : "! schema drift")}: {note}");
        PrintCounts("  found", summary.Rules.Flagged, output);
        PrintCounts("  not run for lack of fields or context", summary.Rules.NotRun, output);
        PrintMoves(summary.Planned, output);
        if (summary.Shadow is { } shadow)
            output.WriteLine($"  {(shadow.Problem is null ? "" : "! ")}shadow policy: {ShadowReport.Sentence(shadow)}");
        foreach (var line in summary.Notes.Lines)
            output.WriteLine($"  ! {line}");
        if (summary.Notes.NotListed > 0)
            output.WriteLine(Invariant($"  ! and {summary.Notes.NotListed:N0} more"));
    }

    /// <summary>Deals and money that leave one category for another.</summary>
    public static void PrintMoves(PlanTotals totals, TextWriter output)
    {
        foreach (var ((from, to), moved) in totals.Moved)
            output.WriteLine(Invariant($"  {from.Name()} -> {to.Name()}: {moved.Deals:N0} deals, {moved.Amount:N0}{(moved.WithoutAmount > 0 ? Invariant($" ({moved.WithoutAmount:N0} without amount)") : "")}"));
    }

    private static void PrintCounts(string title, IReadOnlyDictionary<string, int> counts, TextWriter output)
    {
        if (counts.Count == 0)
            return;
        output.WriteLine($"{title}:");
        // The ids of an organisation's own rules may be longer than the catalogue's.
        var width = Math.Max(32, counts.Keys.Max(rule => rule.Length));
        foreach (var (rule, count) in counts)
            output.WriteLine(Invariant($"    {rule.PadRight(width)} {count,8:N0}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
