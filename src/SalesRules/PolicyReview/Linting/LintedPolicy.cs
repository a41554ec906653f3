using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;
using SalesRules.Rules;

namespace SalesRules.PolicyReview.Linting;

/// <summary>A policy under review: what it says, what of it somebody wrote, and the warnings so far.</summary>
internal sealed class LintedPolicy
{
    private readonly List<PolicyWarning> warnings = [];
    private readonly PolicySettings settings;
    private readonly IReadOnlyList<DealKind> kinds;

    public LintedPolicy(Policy policy, string text)
    {
        Policy = policy;
        settings = PolicySettings.Of(text);
        Motions = [.. policy.Motions.Known.Order()];
        kinds =
        [
            .. from stage in policy.Stages.All
               from motion in Motions
               select new DealKind(stage, motion, IsOpen: !stage.IsClosed),
        ];
    }

    public Policy Policy { get; }

    /// <summary>The motions that a Type may mean.</summary>
    public IReadOnlyList<Motion> Motions { get; }

    public IReadOnlyList<PolicyWarning> Warnings => [.. warnings.OrderBy(warning => warning.Line).ThenBy(warning => warning.Column)];

    /// <summary>Whether the file says so itself, and otherwise than the default does.</summary>
    public bool IsSet(string key) => settings.IsChanged(key);

    /// <summary>Whether a deal in a stage and of a motion of this policy can be within the rule's reach.</summary>
    public bool CanReach(IRule rule) => kinds.Any(kind => rule.Reach.Covers(kind, Policy));

    public bool IsOff(string rule) => Policy.Severities.TryGetValue(rule, out var severity) && severity is null;

    /// <summary>Whether a rule of the catalogue can ever be asked: it is not switched off, and some deal of this policy is within its reach.</summary>
    public bool IsAsked(string rule) => !IsOff(rule) && CanReach(RuleBook.Find(rule, Policy)!);

    /// <summary>Of two keys that do not go together the one that somebody changed.</summary>
    public string Blamed(string key, string other) => IsSet(key) ? key : other;

    public void Warn(string id, string key, string sentence)
    {
        var (line, column) = settings.Places.Of(key);
        warnings.Add(new PolicyWarning(id, key, line, column, sentence));
    }
}
