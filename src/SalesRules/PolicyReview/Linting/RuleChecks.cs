using SalesRules.Rules;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Rules that the policy speaks of and that never run under it.</summary>
internal static class RuleChecks
{
    public static void Check(LintedPolicy linted)
    {
        foreach (var rule in RuleBook.All.Where(rule => !linted.IsOff(rule.Id)))
        {
            if (KeyThatAsksFor(rule, linted) is { } key && WhyIdle(rule, linted) is var (id, reason))
                linted.Warn(id, key, $"{rule.Id} never runs under this policy: {reason}");
        }

        for (var index = 0; index < linted.Policy.CustomRules.Count; index++)
        {
            var rule = linted.Policy.CustomRules[index];
            if (!linted.IsOff(rule.Id) && WhyIdle(rule, linted) is var (id, reason))
                linted.Warn(id, FormattableString.Invariant($"custom-rules[{index}]"), $"{rule.Id} never runs under this policy: {reason}");
        }

        Tasks(linted);
        Settings(linted);
        Severities(linted);
    }

    private static string? KeyThatAsksFor(IRule rule, LintedPolicy linted) =>
        linted.Policy.Severities.ContainsKey(rule.Id) ? $"severities.{rule.Id}"
        : linted.IsSet("tasks.rules") && linted.Policy.Tasks.Rules.Contains(rule.Id) ? "tasks.rules"
        : null;

    private static (string Id, string Reason)? WhyIdle(IRule rule, LintedPolicy linted)
    {
        if (!linted.CanReach(rule))
            return ("lint.unreachable-rule", $"it speaks of {rule.Reach.Words}, and no stage and Type of the policy make such a deal; map one, or leave the rule out here");
        var absent = rule.Needs.Where(field => !linted.Policy.Fields.Has(field)).ToList();
        return absent.Count > 0
            ? ("lint.rule-without-fields", $"the field map leaves out {string.Join(", ", absent)}, which it cannot do without; map them in fields, or leave the rule out here")
            : null;
    }

    private static void Tasks(LintedPolicy linted)
    {
        if (!linted.IsSet("tasks.rules"))
            return;
        foreach (var rule in linted.Policy.Tasks.Rules.Where(linted.IsOff).Order(StringComparer.Ordinal))
            linted.Warn("lint.task-of-a-rule-that-is-off", "tasks.rules", $"{rule} is to make tasks and is switched off in severities, so it makes none; take it off one of the two");
    }

    /// <summary>Settings that somebody changed although every rule that reads them is idle.</summary>
    private static void Settings(LintedPolicy linted)
    {
        foreach (var setting in RuleBook.All.SelectMany(rule => rule.Settings.Select(key => (Key: key, Rule: rule))).GroupBy(pair => pair.Key, pair => pair.Rule))
        {
            if (linted.IsSet(setting.Key) && setting.All(rule => WhyIdle(rule, linted) is not null))
                linted.Warn("lint.setting-without-effect", setting.Key, $"has no effect: {WhyIdle(setting.First(), linted)!.Value.Reason} ({string.Join(", ", setting.Select(rule => rule.Id))})");
        }
    }

    private static void Severities(LintedPolicy linted)
    {
        foreach (var rule in linted.Policy.CustomRules.Where(rule => linted.Policy.Severities.GetValueOrDefault(rule.Id) is not null))
            linted.Warn("lint.two-severities", $"severities.{rule.Id}", $"{rule.Id} has a severity of its own in custom-rules, which this one replaces; say it once");
    }
}
