using SalesRules.PolicyReview.FixedPoints;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Rules that would move a deal back and forth under this policy.</summary>
internal static class FixedPointChecks
{
    public static void Check(LintedPolicy linted)
    {
        foreach (var oscillation in FixedPointCheck.Of(linted.Policy))
            linted.Warn("lint.oscillation", "stages", $"{string.Join(" and ", oscillation.Rules)} would move {oscillation.Example} in every run: {string.Join(", then ", oscillation.Moves)}; switch one of the rules off in severities and report this");
    }
}
