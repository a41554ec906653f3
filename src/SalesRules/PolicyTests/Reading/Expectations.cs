using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.PolicyTests.Reading;

/// <summary>The kinds of expectations, and how what differs is said.</summary>
internal static class Expectations
{
    private const string Nothing = "nothing";

    public static Expectation Found(int line, string rule) => new(line, "findings", rule, (decision, policy) =>
        decision.Findings.Any(finding => finding.Rule == rule) ? null : WhyNot(rule, decision, policy));

    public static Expectation NotFound(int line, string rule) => new(line, "not", $"no {rule}", (decision, _) =>
        decision.Findings.FirstOrDefault(finding => finding.Rule == rule)?.Message);

    public static Expectation NoOther(int line, IReadOnlyList<string> rules) => new(line, "exact", "no other findings", (decision, _) =>
        decision.Findings.Where(finding => !rules.Contains(finding.Rule)).ToList() is { Count: > 0 } others ? Listed(others) : null);

    public static Expectation Word(int line, string key, string word, Func<Decision, string> found) => new(line, key, word, (decision, _) =>
        found(decision) is var other && other != word ? other : null);

    /// <summary>One for each field, and one for those that are not named.</summary>
    public static IEnumerable<Expectation> Changes(int line, IReadOnlyList<ExpectedChange> expected) =>
    [
        .. expected.Select(change => new Expectation(change.Line, "changes", $"{change.Field}: {Shown(change.To.ToString())}", (decision, _) =>
            decision.Changes.FirstOrDefault(found => found.Field == change.Field) is var found && found?.To == change.To ? null
            : found is null ? $"no change of {change.Field}"
            : $"{change.Field}: {Shown(found.To.ToString())}")),
        new Expectation(line, "changes", expected.Count == 0 ? "no changes" : "no other changes", (decision, _) =>
            decision.Changes.Where(found => expected.All(change => change.Field != found.Field)).ToList() is { Count: > 0 } others
                ? string.Join(", ", others.Select(change => $"{change.Field}: {Shown(change.To.ToString())} ({change.Rule})"))
                : null),
    ];

    private static string WhyNot(string rule, Decision decision, Policy policy)
    {
        if (policy.SeverityOf(rule, Severity.Info) is null)
            return "the policy switches the rule off";
        if (decision.NotRun.Contains(rule))
            return "the rule did not run, for lack of fields or context";
        return decision.Findings.Count == 0 ? Nothing : Listed(decision.Findings);
    }

    private static string Listed(IEnumerable<Finding> findings) => string.Join(", ", findings.Select(finding => finding.Rule));

    private static string Shown(string value) => value.Length == 0 ? "(empty)" : value;
}
