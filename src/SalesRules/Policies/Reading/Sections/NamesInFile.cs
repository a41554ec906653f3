using SalesRules.Expressions;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>Looks ahead for what a policy file gives names to. Its problems are told when its sections are read.</summary>
internal static class NamesInFile
{
    public static FileNames Of(PolicyNode root)
    {
        var file = new Value(root, "", new ProblemList(""), FileNames.None);
        var isReadable = Peek(file, PolicySection.Stages, out var stages) & Peek(file, PolicySection.Fields, out var fields);
        return new FileNames(
            [.. CustomRuleIds(root)],
            Peek(file, PolicySection.Segments, out var segments) ? segments!.All : null,
            isReadable ? new ExpressionScope(fields!, new StageMap(StageSection.Ordered(stages!))) : null);
    }

    /// <summary>The key's value, or its default; false when it is required and missing, or no good.</summary>
    private static bool Peek<T>(Value file, Key<T> key, out T? result)
    {
        result = key.Default;
        if (MemberOf(file.Node, key.Name) is not { } node)
            return !key.IsRequired;
        var read = key.TryRead(file with { Node = node });
        result = read is null ? default : (T?)read.Result;
        return read is not null;
    }

    private static IEnumerable<string> CustomRuleIds(PolicyNode root) => MemberOf(root, PolicySection.CustomRules.Name) is ListNode rules
        ? rules.Items.Select(rule => MemberOf(rule, "id")).OfType<ScalarNode>().Select(id => id.Text)
        : [];

    private static PolicyNode? MemberOf(PolicyNode node, string key) =>
        (node as MapNode)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}
