using SalesRules.Alerts;
using SalesRules.Journal.Answers;

namespace SalesRules.Host.Alerts;

/// <summary>What people thought of the alerts of a rule.</summary>
/// <param name="Rule">The rule's id, or the kind of alert where no rule stands behind it.</param>
internal sealed record Usefulness(string Rule, int Useful, int NotUseful)
{
    /// <summary>Answers by rule: one to an alert of several rules is one for each. Those to alerts that the journal does not know say nothing of a rule.</summary>
    public static IReadOnlyList<Usefulness> Of(IEnumerable<AlertAnswer> answers) =>
    [
        .. answers.Where(answer => answer.Alert is not null)
            .SelectMany(answer => RulesOf(AlertJson.Read(answer.Alert!)).Select(rule => (Rule: rule, answer.IsUseful)))
            .GroupBy(answer => answer.Rule, StringComparer.Ordinal)
            .Select(rule => new Usefulness(rule.Key, rule.Count(answer => answer.IsUseful), rule.Count(answer => !answer.IsUseful)))
            .OrderBy(rule => rule.Rule, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> RulesOf(Alert alert) => alert.Rules.Count > 0 ? alert.Rules.Distinct(StringComparer.Ordinal) : [alert.Kind.Name()];
}
