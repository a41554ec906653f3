using System.Collections.Frozen;
using SalesRules.Expressions.Syntax;

namespace SalesRules.Expressions.Compilation;

/// <summary>x in (a, b): whether a value is one of those that are written out.</summary>
internal sealed class Lists(Problems problems)
{
    private readonly Pairs pairs = new(problems);

    public Term? Among(Term operand, IReadOnlyList<Term> items, MembershipNode node)
    {
        var unified = items.Select(item => pairs.Unified(operand, item, "the values of a list must be of the type that stands before in")).ToList();
        if (unified.Contains(null) || !items.All(item => pairs.AreWords(operand, item)))
            return null;
        // All items are of one type or the operand would not go with each; beside a date, a date and time counts as its day.
        var one = unified[0]!.Value.One;
        var others = unified.Select(pair => pair!.Value.Other).ToList();
        return one.Kind switch
        {
            ValueKind.Number => Comparisons.Among(one.As<decimal?>(), Values<decimal>(others), node.IsNegated),
            ValueKind.TrueFalse => Comparisons.Among(one.As<bool?>(), Values<bool>(others), node.IsNegated),
            ValueKind.Date => Comparisons.Among(one.As<DateOnly?>(), Values<DateOnly>(others), node.IsNegated),
            ValueKind.Days => Comparisons.Among(one.As<int?>(), Values<int>(others), node.IsNegated),
            _ => Comparisons.Among(one.As<string?>(), others.Select(item => item.As<string?>()(null!)!).ToFrozenSet(StringComparer.OrdinalIgnoreCase), node.IsNegated),
        };
    }

    /// <summary>Values that are written out are the same for every deal, and for none.</summary>
    private static FrozenSet<T> Values<T>(IEnumerable<Term> items)
        where T : struct => items.Select(item => item.As<T?>()(null!)!.Value).ToFrozenSet();
}
