using System.Collections.Frozen;
using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>
/// A deal's risk from its findings (catalogue section 14). High: any high finding of a risk rule. Medium: the policy's number of
/// medium ones, three, or more. Low: fewer. No activity, no progress and no next step are one neglect and count once.
/// </summary>
internal static class RiskAssessment
{
    private static readonly FrozenSet<string> Neglect =
        FrozenSet.Create(StringComparer.Ordinal, "hygiene.no-activity", "stage.no-progress", "hygiene.next-step-missing", "hygiene.next-step-overdue");

    /// <summary>Whether what that rule finds is a part of one neglect.</summary>
    public static bool IsNeglect(string rule) => Neglect.Contains(rule);

    /// <param name="book">The rules by their places.</param>
    public static Risk Of(in FindingOrder findings, IReadOnlyList<RuleInForce> book, RiskPolicy policy)
    {
        List<string>? rules = null;
        int high = 0, medium = 0;
        var isNeglected = false;

        // From the heaviest on: the first light one ends it.
        for (var at = 0; at < findings.Count && findings[at] is { Severity: >= Severity.Medium } finding; at++)
        {
            var rule = book[findings.PlaceOf(at)];
            if (!rule.CountsForRisk)
                continue;
            (rules ??= new List<string>(findings.Count - at)).Add(finding.Rule);
            if (finding.Severity == Severity.High)
                high++;
            else if (!rule.IsNeglect)
                medium++;
            else
                isNeglected = true;
        }

        if (rules is null)
            return Risk.None;
        if (isNeglected)
            medium++;
        var level = high > 0 ? RiskLevel.High : medium >= policy.MediumFindings ? RiskLevel.Medium : RiskLevel.Low;
        return new Risk(level, rules);
    }
}
