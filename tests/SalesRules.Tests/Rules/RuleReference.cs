using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Leads;

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
            Append(text, rule);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ILeadRule rule)
    {
        var (sentence, source) = Split(rule.GetType());
        text.Append($"### {rule.Id}\n\n{sentence}\n\n- severity: {rule.Severity.Name()}\n- settings: {string.Join(", ", rule.Settings.Select(key => $"`{key}`"))}\n- source: {source}\n\n");
    }

    /// <summary>The rule's business sentence, without its source.</summary>
    public static string Sentence(IRule rule) => Split(rule.GetType()).Sentence;

    /// <summary>The passages that it comes from.</summary>
    public static string Source(IRule rule) => Split(rule.GetType()).Source;

    private static void Append(StringBuilder text, IRule rule)
    {
        text.Append($"### {rule.Id}\n\n{Sentence(rule)}\n\n");
        text.Append($"- asked of: {rule.Reach.Words}\n- severity: {rule.Weighs}{(rule.CountsForRisk ? "; high and medium count for the risk" : "")}\n");
        if (rule.Needs.Count > 0)
            text.Append($"- does not run without: {string.Join(", ", rule.Needs.Select(field => $"`{field}`"))}\n");
        if (rule.Reads.Count > 0)
            text.Append($"- reads: {string.Join(", ", rule.Reads.Distinct().Select(field => $"`{field}`"))}\n");
        if (rule is IRuleOnSurroundings asking)
            text.Append($"- reads apart from the record: `{asking.RestsOn.ObjectName()}`\n");
        if (rule.IsOwedByStage)
            text.Append("- owed by the stage: gate debt\n");
        if (rule.Settings.Count > 0)
            text.Append($"- settings: {string.Join(", ", rule.Settings.Select(key => $"`{key}`"))}\n");
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

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
