using System.Text.RegularExpressions;
using SalesRules.Expressions.Functions;
using SalesRules.Expressions.Syntax;
using SalesRules.Policies;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.Snapshots;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Expressions;

/// <summary>docs/custom-rules.md teaches what is so: every example of it is read, and asked of every deal that it names.</summary>
public partial class CustomRulesPageTests
{
    private static readonly string Page = ShippedFiles.Read("docs/custom-rules.md");

    [Test]
    public void There_are_ten_examples_each_with_deals_of_both_sides()
    {
        var rows = Rows().Select(row => row.Arguments).GroupBy(row => row[0]).ToList();

        Assert.That(rows.Select(example => example.Count()), Has.All.GreaterThan(2));
        Assert.That(rows, Has.Count.EqualTo(10));
        Assert.That(rows.Where(example => example.All(row => IsNone((string)row[2]!)) || !example.Any(row => IsNone((string)row[2]!))), Is.Empty);
    }

    [TestCaseSource(nameof(Rows))]
    public void An_example_finds_what_the_page_says(string rule, string deal, string finding)
    {
        var policy = PolicyWith(rule);
        var id = policy.CustomRules.Single().Id;

        var decision = ADeal.InStage("Discovery").With(_ => Read(deal)).Under(_ => policy).Decide();
        var found = decision.Findings.SingleOrDefault(one => one.Rule == id);

        Assert.That(found?.Message ?? "none", IsNone(finding) ? Is.EqualTo("none") : Is.EqualTo(finding));
        Assert.That(decision.NotRun.Contains(id), Is.EqualTo(finding.StartsWith("not run", StringComparison.Ordinal)));
        Assert.That(decision.Tasks.Count(task => task.Rule == id), Is.EqualTo(found is not null && policy.CustomRules.Single().HandsOutTasks ? 1 : 0));
    }

    [Test]
    public void The_rule_at_the_top_is_sound()
    {
        var rule = TopExample().Match(Page).Groups["rule"].Value;

        Assert.That(PolicyWith(rule.Replace("\n  ", "\n", StringComparison.Ordinal).TrimStart()).CustomRules.Single().CountsForRisk, Is.True);
    }

    [Test]
    public void Every_function_is_explained_in_its_own_words()
    {
        foreach (var function in FunctionBook.All)
            Assert.That(Page, Does.Contain($"| `{function.Signature}` | {function.Meaning} |"));
    }

    [Test]
    public void The_bounds_are_the_parsers() => Assert.That(
        Page.Replace("\n", " ", StringComparison.Ordinal),
        Does.Contain(FormattableString.Invariant($"at most {Parser.LongestText:N0} characters and {TokenReader.MostNodes} values and operators, nested at most {TokenReader.DeepestNesting} deep")));

    private static Policy PolicyWith(string rule) => TestPolicies.Sound(
        ShippedFiles.Read("policy.yaml").Replace("custom-rules: []\n", "custom-rules:\n" + rule, StringComparison.Ordinal));

    private static bool IsNone(string finding) => finding.StartsWith("none", StringComparison.Ordinal) || finding.StartsWith("not run", StringComparison.Ordinal);

    private static Opportunity Read(string deal)
    {
        var entries = ((MapNode)NodeReader.Read(deal)!).Entries;
        string[] given = [.. entries.Select(entry => entry.Key.Text)];
        (string Field, string Text)[] values =
        [
            ("Id", ADeal.Id.Value),
            .. new[] { ("StageName", "Discovery"), ("Type", "New Business") }.Where(value => !given.Contains(value.Item1)),
            .. entries.Select(entry => (entry.Key.Text, entry.Value.IsNull ? "" : ((ScalarNode)entry.Value).Text)),
        ];
        return OpportunityText.Read([.. values.Select(value => OpportunityFields.Get(value.Field))], [.. values.Select(value => value.Text)]);
    }

    private static IEnumerable<TestCaseData> Rows() =>
        from example in Example().Matches(Page)
        from row in Row().Matches(example.Groups["rows"].Value)
        let deal = row.Groups["deal"].Value
        select new TestCaseData(example.Groups["rule"].Value, deal, row.Groups["finding"].Value).SetArgDisplayNames(example.Groups["name"].Value, deal);

    [GeneratedRegex(@"^### (?<name>\d+\. [^\n]+)\n\n```yaml\n(?<rule>.+?)```\n\n\| deal \| finding \|\n\|---\|---\|\n(?<rows>(\|[^\n]*\n)+)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `(?<deal>[^`]+)` \| (?<finding>[^|]+?) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"```yaml\ncustom-rules:\n(?<rule>.+?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TopExample();
}
