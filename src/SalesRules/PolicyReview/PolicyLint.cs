using SalesRules.Policies;
using SalesRules.PolicyReview.Linting;

namespace SalesRules.PolicyReview;

/// <summary>
/// Looks for what a policy allows and its author hardly means: rules that no deal can meet, sections that contradict one another, rules
/// that would move a deal back and forth. What stands at its default is not complained about.
/// </summary>
public static class PolicyLint
{
    private static readonly IReadOnlyList<Action<LintedPolicy>> Checks =
    [
        StageChecks.Check,
        MotionAndSegmentChecks.Check,
        ForecastChecks.Check,
        ThresholdChecks.Check,
        EmptyListChecks.Check,
        BudgetChecks.Check,
        RuleChecks.Check,
        CustomRuleChecks.Check,
        FixedPointChecks.Check,
    ];

    /// <summary>The warnings, in the order of the file.</summary>
    /// <param name="text">The text that the policy was read from.</param>
    public static IReadOnlyList<PolicyWarning> Of(Policy policy, string text)
    {
        var linted = new LintedPolicy(policy, text);
        foreach (var check in Checks)
            check(linted);
        return linted.Warnings;
    }
}
