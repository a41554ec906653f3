using System.Text.RegularExpressions;
using SalesRules.Decisions;
using SalesRules.Rules;

namespace SalesRules.Plans;

/// <summary>
/// The findings as they stand on the record, one a line, the weightiest first. A rule that the org's drift has stopped says nothing
/// new, and what it said before stays: not asked is not cleared.
/// </summary>
internal static partial class FindingLines
{
    public static string Of(Decision decision, string? standing, RuleBook rules)
    {
        var lines = decision.Findings.Select(finding => new FindingLine(finding.Severity.Name(), finding.Rule, finding.Lasting.Message));
        return string.Join('\n', rules.Stopped.Count == 0 || standing is null ? lines : lines.Concat(Kept(standing, rules.Stopped)).OrderBy(Weight).ThenBy(line => RuleBook.PlaceOf(line.Rule, rules.Policy)));
    }

    private static IEnumerable<FindingLine> Kept(string standing, IReadOnlySet<string> stopped) =>
        Form().Matches(standing)
            .Select(line => new FindingLine(line.Groups["severity"].Value, line.Groups["rule"].Value, line.Groups["message"].Value))
            .Where(line => stopped.Contains(line.Rule));

    private static int Weight(FindingLine line) =>
        -Enum.GetValues<Severity>().Where(severity => severity.Name() == line.Severity).Select(severity => (int)severity).FirstOrDefault();

    [GeneratedRegex(@"^\[(?<severity>[a-z]+)\] (?<rule>[a-z0-9.-]+): (?<message>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private sealed record FindingLine(string Severity, string Rule, string Message)
    {
        public override string ToString() => $"[{Severity}] {Rule}: {Message}";
    }
}
