using SalesRules.Expressions.Functions;
using SalesRules.Expressions.Syntax;
using SalesRules.Policies.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Expressions.Compilation;

/// <summary>
/// Finds the type of every piece of an expression and makes of it what is asked of a deal. Reports all mistakes: a piece with one has no
/// term, and what stands around it is not complained about a second time.
/// </summary>
internal sealed class Compiler(ExpressionScope scope, Problems problems)
{
    private readonly HashSet<OpportunityField> fields = [];

    /// <summary>The fields that it reads, in catalogue order.</summary>
    public IReadOnlyList<OpportunityField> Fields => [.. fields.OrderBy(read => read.Place)];

    /// <summary>Whether it speaks of the stage as the policy maps it.</summary>
    public bool NeedsStage { get; private set; }

    /// <summary>Null, with the problems noted, when the piece makes no sense.</summary>
    public Term? Compile(SyntaxNode node)
    {
        var term = node switch
        {
            NumberNode number => Terms.Number(_ => number.Value),
            TextNode text => new Term<string?>(ValueKind.Text, _ => text.Value) { Constant = text.Value },
            DateNode date => Terms.Date(_ => date.Value),
            DaysNode days => Terms.Days(_ => days.Value),
            TrueFalseNode value => Terms.TrueFalse(_ => value.Value),
            NameNode name => Field(name),
            CallNode call => Call(call),
            NegationNode negation => Negation(negation),
            ArithmeticNode arithmetic => Calculation(arithmetic),
            ComparisonNode comparison => Comparison(comparison),
            MembershipNode membership => Membership(membership),
            NullTestNode test => NullTest(test),
            NotNode not => Not(not),
            LogicalNode logical => Logical(logical),
            _ => throw new InvalidOperationException($"No term for {node.GetType().Name}."),
        };
        return term?.At(node.Span);
    }

    /// <summary>The condition that it is, or null with the problems noted.</summary>
    public Func<Rules.Deal, bool?>? Condition(SyntaxNode node) => Truth(node, "a rule fires where its condition is true");

    private Term? Field(NameNode name)
    {
        if (scope.Find(name.Name, out var refusal) is not { } field)
            return problems.Refuse(name.Span, FunctionBook.Find(name.Name) is { } function ? $"{name.Name} is a function; write {function.Signature}" : refusal);
        fields.Add(field);
        return FieldTerms.Of(field, scope.Stages);
    }

    private Term? Call(CallNode call)
    {
        var arguments = call.Arguments.Select(Compile).ToList();
        if (FunctionBook.Find(call.Function) is not { } function)
            return problems.Refuse(call.Span, $"there is no function {Wording.Quoted(call.Function)}{Wording.DidYouMean(call.Function, FunctionBook.All.Select(known => known.Name))}");
        if (arguments.Count != function.Parameters.Count)
            return problems.Refuse(call.Span, FormattableString.Invariant($"{function.Signature} takes {function.Parameters.Count} value(s), found {arguments.Count}"));
        fields.UnionWith(function.Reads.Select(OpportunityFields.Get));
        NeedsStage |= function.NeedsStage;
        return new Arguments(problems, function).Checked(arguments) is { } sound ? function.Of(sound) : null;
    }

    private Term? Negation(NegationNode negation) => Compile(negation.Operand) is { } operand
        ? Arithmetic.Negated(operand) ?? problems.Refuse(negation.Span, $"{problems.Described(operand)}, which has no minus")
        : null;

    private Term? Calculation(ArithmeticNode node) => Both(node.Left, node.Right) is var (left, right)
        ? Arithmetic.Of(left, node.Operator, right) ?? problems.Refuse(left.Span, Pairs.CannotCalculate(problems, left, node.Operator, right))
        : null;

    private Term? Comparison(ComparisonNode node) => Both(node.Left, node.Right) is var (left, right)
        ? new Pairs(problems).Compared(left, node.Operator, right)
        : null;

    private Term? Membership(MembershipNode node)
    {
        var operand = Compile(node.Operand);
        var items = node.Items.Select(Compile).ToList();
        return operand is not null && items.TrueForAll(item => item is not null)
            ? new Lists(problems).Among(operand, [.. items.Select(item => item!)], node)
            : null;
    }

    private Term? NullTest(NullTestNode node)
    {
        if (Compile(node.Operand) is not { } operand)
            return null;
        var isNull = operand.IsNull;
        return node.IsNegated ? Terms.TrueFalse(deal => !isNull(deal)) : Terms.TrueFalse(deal => isNull(deal));
    }

    private Term? Not(NotNode node)
    {
        if (Truth(node.Operand, "not stands before a condition") is not { } operand)
            return null;
        return Terms.TrueFalse(deal => !operand(deal));
    }

    /// <summary>Kleene's logic: false and unknown is false, true or unknown is true, anything else with unknown is unknown.</summary>
    private Term? Logical(LogicalNode node)
    {
        var expected = $"{node.Operator.Word()} stands between two conditions";
        var left = Truth(node.Left, expected);
        var right = Truth(node.Right, expected);
        if (left is null || right is null)
            return null;
        return node.Operator == LogicalOperator.And
            ? Terms.TrueFalse(deal => left(deal) is not false and var one ? one & right(deal) : false)
            : Terms.TrueFalse(deal => left(deal) is not true and var one ? one | right(deal) : true);
    }

    private Func<Rules.Deal, bool?>? Truth(SyntaxNode node, string expected)
    {
        if (Compile(node) is not { } term)
            return null;
        if (term.Kind == ValueKind.TrueFalse)
            return term.As<bool?>();
        problems.Refuse(term.Span, $"{problems.Described(term)}; {expected}, such as Amount > 100000");
        return null;
    }

    private (Term Left, Term Right)? Both(SyntaxNode left, SyntaxNode right)
    {
        // Both sides are read, so that both sides' problems are told.
        var (one, other) = (Compile(left), Compile(right));
        return one is null || other is null ? null : (one, other);
    }
}
