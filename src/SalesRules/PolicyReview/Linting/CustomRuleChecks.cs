using SalesRules.PolicyReview.Conditions;
using SalesRules.Rules.Custom;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Conditions that no deal or every deal meets, and two rules with one condition.</summary>
internal static class CustomRuleChecks
{
    public static void Check(LintedPolicy linted)
    {
        var firsts = new Dictionary<string, CustomRule>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < linted.Policy.CustomRules.Count; index++)
        {
            var rule = linted.Policy.CustomRules[index];
            var key = FormattableString.Invariant($"custom-rules[{index}].when");
            if (Verdict(rule, linted) is var (id, sentence))
                linted.Warn(id, key, sentence);
            if (!firsts.TryAdd(string.Join(' ', rule.When.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), rule))
                linted.Warn("lint.same-condition", key, $"{rule.Id} has a condition that another rule of custom-rules has too: both always find the same deals; keep one");
        }
    }

    private static (string Id, string Sentence)? Verdict(CustomRule rule, LintedPolicy linted)
    {
        if (!linted.CanReach(rule))
            return null;
        var review = new ConditionReview(rule, linted.Policy);
        return review.Verdict switch
        {
            ConditionVerdict.NeverTrue => ("lint.condition-never-true", $"{rule.Id} can never find anything: {review.Reason}; correct the condition"),
            ConditionVerdict.AlwaysTrue => ("lint.condition-always-true", $"{rule.Id} finds every deal that it is asked about: its condition is true whatever stands in the fields; correct the condition"),
            _ => null,
        };
    }
}
