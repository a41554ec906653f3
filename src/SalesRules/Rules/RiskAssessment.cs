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

    /// <param name="finders">Beside each finding its rule.</param>
    public static Risk Of(List<Finding>? findings, List<RuleInForce>? finders, RiskPolicy policy)
    {
        if (findings is null || finders is null)
            return Risk.None;
        List<string>? rules = null;
        int high = 0, medium = 0;
        var isNeglected = false;
        for (var at = 0; at < findings.Count; at++)
        {
            var finding = findings[at];
            if (finding.Severity < Severity.Medium || !finders[at].CountsForRisk)
                continue;
            (rules ??= new List<string>(findings.Count - at)).Add(finding.Rule);
            if (finding.Severity == Severity.High)
                high++;
            else if (!Neglect.Contains(finding.Rule))
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
