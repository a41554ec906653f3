using SalesRules.Expressions;
using SalesRules.Expressions.Syntax;
using SalesRules.Policies;
using SalesRules.Rules.Custom;

namespace SalesRules.PolicyReview.Conditions;

/// <summary>
/// Whether a custom rule's condition can ever be true, and whether it can ever be anything else. Never a false alarm: what the review does
/// not understand may be anything.
/// </summary>
internal sealed class ConditionReview
{
    private readonly CustomRule rule;
    private readonly Policy policy;

    public ConditionReview(CustomRule rule, Policy policy)
    {
        (this.rule, this.policy) = (rule, policy);
        if (!SyntaxTree.TryParse(rule.When.Text, out var tree, out var problem))
            throw new InvalidOperationException($"The condition of {rule.Id} was read once and cannot be read again: {problem}");
        Verdict = VerdictOf([tree.Root]);
        Reason = Verdict == ConditionVerdict.NeverTrue ? WhyNever(tree.Root) : "";
    }

    public ConditionVerdict Verdict { get; }

    /// <summary>Why it is never true; empty otherwise.</summary>
    public string Reason { get; }

    /// <summary>The smallest part to blame: one condition, or two that exclude each other.</summary>
    private string WhyNever(SyntaxNode root)
    {
        List<SyntaxNode> parts = [.. PartsOf(root)];
        if (parts.Find(part => VerdictOf([part]) == ConditionVerdict.NeverTrue) is { } impossible)
            return $"{Text(impossible)} is never true{(rule.AsksClosedDeals ? "" : " of an open deal")} under this policy";
        for (var first = 0; first < parts.Count; first++)
        {
            for (var second = first + 1; second < parts.Count; second++)
            {
                if (VerdictOf([parts[first], parts[second]]) == ConditionVerdict.NeverTrue)
                    return $"{Text(parts[first])} and {Text(parts[second])} exclude each other";
            }
        }

        return "its parts exclude each other";
    }

    private ConditionVerdict VerdictOf(IReadOnlyList<SyntaxNode> parts) => new ConditionCases(rule, policy).Of(parts);

    private string Text(SyntaxNode node) => string.Join(' ', rule.When.Text[node.Span.Start..node.Span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode node) =>
        node is LogicalNode { Operator: LogicalOperator.And } both ? PartsOf(both.Left).Concat(PartsOf(both.Right)) : [node];
}
