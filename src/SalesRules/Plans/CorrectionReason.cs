using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>Why the service corrected a record and what would clear it, in the words that stand on the record.</summary>
internal static class CorrectionReason
{
    /// <summary>One line a correction; null when the decision corrects nothing and makes no approval.</summary>
    public static string? Of(Decision decision, DateOnly today)
    {
        var lines = decision.Changes.Select(change => Line(decision, change)).ToList();
        if (decision.Pov is { IsGranted: true })
            lines.Add($"POV approval made: {decision.Pov.State}, path {decision.Pov.Path}, first seen in POV by this run.");
        return lines.Count == 0 ? null : $"{FieldValue.Of(today)}\n{string.Join('\n', lines)}";
    }

    /// <summary>The rule's sentence and the smallest fix.</summary>
    public static string Sentence(Decision decision, FieldChange change)
    {
        var said = decision.Findings.First(candidate => candidate.Rule == change.Rule).Lasting;
        return said.Fix.Count == 0 ? said.Message : $"{said.Message} Cleared by: {string.Join(", ", said.Fix.Select(Words))}.";
    }

    private static string Line(Decision decision, FieldChange change) =>
        $"{change.Field}: {Shown(change.From)} -> {Shown(change.To)} ({change.Rule}). {Sentence(decision, change)}";

    // An unscored pillar that needs no more than 0 needs a score, not a 0: nobody is told to score low.
    private static string Words(Fix fix) => fix.To == FieldValue.Of(0m) ? $"{fix.Field} scored" : $"{fix.Field} = {Shown(fix.To)}";

    private static string Shown(FieldValue value) => value.IsNull ? "empty" : value.ToString();
}
