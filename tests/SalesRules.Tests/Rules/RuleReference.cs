using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SalesRules.Decisions;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Rules.Leads;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Rules;

/// <summary>docs/rules.md, made from the rules themselves: their sentence and source from the documentation of their class, the rest from their properties.</summary>
internal static partial class RuleReference
{
    private static readonly Dictionary<string, string> Summaries = XDocument
        .Load(Path.ChangeExtension(typeof(IRule).Assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value[2..], member => Words(member.Element("summary")));

    public static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var section in RuleBook.All.GroupBy(rule => rule.Id.Split('.')[0]))
        {
            text.Append($"## {section.Key}\n\n");
            foreach (var rule in section)
                Append(text, rule);
        }

        text.Append("## lead\n\nAsked of leads, where the policy switches `leads.enabled` on ([how](leads.md)).\n\n");
        foreach (var rule in LeadBook.All)
            Append(text, rule.GetType(), rule.Id, rule.Condition, rule.Severity, rule.Settings);

        text.Append("## portfolio\n\nAsked of each owner and each team by `salesrules portfolio` ([how](portfolio.md)).\n\n");
        foreach (var rule in PortfolioBook.All)
            Append(text, rule.GetType(), rule.Id, rule.Condition, rule.Severity, rule.Settings);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Type rule, string id, string condition, Severity severity, IReadOnlyList<string> settings)
    {
        var (sentence, source) = Split(rule);
        text.Append($"### {id}\n\n{sentence}\n\n- when: {Said(condition)}\n- severity: {severity.Name()}\n- settings: {Listed(settings)}\n- source: {source}\n\n");
    }

    /// <summary>The keys that a condition speaks of.</summary>
    public static IEnumerable<string> KeysIn(string condition) => Key().Matches(condition).Select(match => match.Groups["key"].Value);

    /// <summary>The condition with the default of each key in its place.</summary>
    public static string Said(string condition) => Key().Replace(condition, match => DefaultOf(match.Groups["key"].Value));

    private static string DefaultOf(string key) => SchemaKeys.All().First(known => known.Path == key).Schema["default"]!.ToString();

    private static string Listed(IEnumerable<string> settings) => string.Join(", ", settings.Select(key => $"`{key}`"));

    /// <summary>The rule's business sentence, without its source.</summary>
    public static string Sentence(IRule rule) => Split(rule.GetType()).Sentence;

    /// <summary>The passages that it comes from.</summary>
    public static string Source(IRule rule) => Split(rule.GetType()).Source;

    private static void Append(StringBuilder text, IRule rule)
    {
        text.Append($"### {rule.Id}\n\n{Sentence(rule)}\n\n");
        text.Append($"- when: {Said(rule.Condition)}\n");
        text.Append($"- asked of: {rule.Reach.Words}\n- severity: {rule.Weighs}{(rule.CountsForRisk ? "; high and medium count for the risk" : "")}\n");
        if (rule.Needs.Count > 0)
            text.Append($"- does not run without: {string.Join(", ", rule.Needs.Select(field => $"`{field}`"))}\n");
        if (rule.Reads.Count > 0)
            text.Append($"- reads: {string.Join(", ", rule.Reads.Distinct().Select(field => $"`{field}`"))}\n");
        if (rule is IRuleOnSurroundings asking)
            text.Append($"- reads apart from the record: `{asking.RestsOn.ObjectName()}`\n");
        if (rule.IsOwedByStage)
            text.Append("- owed by the stage: gate debt\n");
        text.Append($"- settings: {(rule.Settings.Count > 0 ? Listed(rule.Settings) : "none but `severities`")}\n");
        text.Append($"- source: {Source(rule)}\n\n");
    }

    private static (string Sentence, string Source) Split(Type rule)
    {
        var summary = Summaries[rule.FullName!];
        var at = summary.LastIndexOf(" Source: ", StringComparison.Ordinal);
        return at < 0 ? (summary, "") : (summary[..at], summary[(at + " Source: ".Length)..].TrimEnd('.'));
    }

    private static string Words(XElement? summary) => summary is null ? "" : Space().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node is XElement element
        ? element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Value
        : ((XText)node).Value;

    [GeneratedRegex(@"\{(?<key>[^}]+)\}")]
    private static partial Regex Key();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
