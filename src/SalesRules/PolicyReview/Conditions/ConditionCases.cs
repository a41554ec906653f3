using SalesRules.Expressions.Syntax;
using SalesRules.Policies;
using SalesRules.Rules.Custom;

namespace SalesRules.PolicyReview.Conditions;

/// <summary>
/// Goes through every case that a condition can tell apart. A piece that compares fields with one another, or calculates with them, may
/// be anything, independent of all others: the cases are then more than there are, never fewer, so that "never" and "always" are certain.
/// </summary>
internal sealed class ConditionCases(CustomRule rule, Policy policy)
{
    /// <summary>A condition with more cases is left alone.</summary>
    private const long MostCases = 200_000;

    private readonly Unknowns unknowns = new(rule, policy);

    /// <summary>What can be said of all these parts together.</summary>
    public ConditionVerdict Of(IReadOnlyList<SyntaxNode> parts)
    {
        var conditions = parts.Select(Truth).ToList();
        var values = unknowns.Values();
        if (values.Aggregate(1L, (product, some) => Math.Min(MostCases + 1, product * some.Count)) > MostCases)
            return ConditionVerdict.Open;
        bool someTrue = false, someOther = false;
        foreach (var deal in Cases(values))
        {
            if (conditions.TrueForAll(condition => condition(deal) is true))
                someTrue = true;
            else
                someOther = true;
            if (someTrue && someOther)
                return ConditionVerdict.Open;
        }

        return someTrue ? ConditionVerdict.AlwaysTrue : ConditionVerdict.NeverTrue;
    }

    private Func<object?[], bool?> Truth(SyntaxNode node) => node switch
    {
        TrueFalseNode flag => _ => flag.Value,
        NotNode not => Not(Truth(not.Operand)),
        LogicalNode { Operator: LogicalOperator.And } both => Joined(both, (one, other) => one & other),
        LogicalNode either => Joined(either, (one, other) => one | other),
        ComparisonNode comparison => Comparison(comparison) ?? Anything(node),
        MembershipNode membership => Membership(membership) ?? Anything(node),
        NullTestNode test => NullTest(test),
        _ => Anything(node),
    };

    private Func<object?[], bool?> Joined(LogicalNode node, Func<bool?, bool?, bool?> join)
    {
        var (left, right) = (Truth(node.Left), Truth(node.Right));
        return deal => join(left(deal), right(deal));
    }

    private Func<object?[], bool?>? Comparison(ComparisonNode node)
    {
        var (left, right) = (Constant.Of(node.Left), Constant.Of(node.Right));
        if (left is not null && right is not null)
            return left.Measure == right.Measure ? _ => Constant.Holds(node.Operator, left.Value, right.Value) : null;
        if (right is not null && unknowns.Compared(node.Left, [right]) is { } one)
            return deal => one(deal) is { } value ? Constant.Holds(node.Operator, value, right.Value) : null;
        return left is not null && unknowns.Compared(node.Right, [left]) is { } other
            ? deal => other(deal) is { } value ? Constant.Holds(node.Operator, left.Value, value) : null
            : null;
    }

    private Func<object?[], bool?>? Membership(MembershipNode node)
    {
        var items = node.Items.Select(Constant.Of).OfType<Constant>().ToList();
        if (items.Count < node.Items.Count || unknowns.Compared(node.Operand, items) is not { } operand)
            return null;
        return deal => operand(deal) is { } value ? items.Exists(item => Constant.Holds(ComparisonOperator.Equal, value, item.Value)) != node.IsNegated : null;
    }

    private Func<object?[], bool?> NullTest(NullTestNode node)
    {
        if (Constant.Of(node.Operand) is not null)
            return _ => node.IsNegated;
        var operand = unknowns.Value(node.Operand);
        return deal => operand(deal) is null != node.IsNegated;
    }

    private Func<object?[], bool?> Anything(SyntaxNode node)
    {
        var flag = unknowns.Flag(node);
        return deal => (bool?)flag(deal);
    }

    private static Func<object?[], bool?> Not(Func<object?[], bool?> operand) => deal => !operand(deal);

    /// <summary>Every combination of the values, in one array that is used again and again.</summary>
    private static IEnumerable<object?[]> Cases(IReadOnlyList<IReadOnlyList<object?>> values)
    {
        if (values.Any(some => some.Count == 0))
            yield break;
        var at = new int[values.Count];
        object?[] deal = [.. values.Select(some => some[0])];
        while (true)
        {
            yield return deal;
            var place = 0;
            while (place < at.Length && ++at[place] == values[place].Count)
            {
                at[place] = 0;
                deal[place] = values[place][0];
                place++;
            }

            if (place == at.Length)
                yield break;
            deal[place] = values[place][at[place]];
        }
    }
}
