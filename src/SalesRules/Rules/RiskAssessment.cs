using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>
/// A deal's risk from its findings (catalogue section 14). High: any high finding of a risk rule. Medium: three or more medium
/// ones. Low: one or two.
/// </summary>
internal static class RiskAssessment
{
    private const int MediumFindingsForMedium = 3;

    public static Risk Of(List<Finding>? findings, Policy policy)
    {
        if (findings is null)
            return Risk.None;
        List<string>? rules = null;
        int high = 0, medium = 0;
        foreach (var finding in findings)
        {
            if (finding.Severity < Severity.Medium || !RuleBook.CountsForRisk(finding.Rule, policy))
                continue;
            (rules ??= []).Add(finding.Rule);
            if (finding.Severity == Severity.High)
                high++;
            else
                medium++;
        }

        if (rules is null)
            return Risk.None;
        var level = high > 0 ? RiskLevel.High : medium >= MediumFindingsForMedium ? RiskLevel.Medium : RiskLevel.Low;
        return new Risk(level, rules);
    }
}
