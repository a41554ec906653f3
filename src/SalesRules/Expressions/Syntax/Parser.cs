namespace SalesRules.Expressions.Syntax;

/// <summary>
/// Reads an expression. Binding, weakest first: or; and; not; comparisons, in, is null; + and -; * and /; a sign. Comparisons do not chain.
/// </summary>
internal sealed class Parser
{
    /// <summary>A longer text is refused unread.</summary>
    public const int LongestText = 2_000;

    private readonly TokenReader tokens;
    private readonly OperandParser operands;

    private Parser(TokenReader tokens)
    {
        this.tokens = tokens;
        operands = new OperandParser(tokens, Or);
    }

    /// <exception cref="ExpressionSyntaxException">It is none, or goes beyond a bound.</exception>
    public static SyntaxNode Parse(string text)
    {
        if (text.Length > LongestText)
            throw new ExpressionSyntaxException(0, FormattableString.Invariant($"the expression has {text.Length:N0} characters, more than {LongestText:N0}; make two rules of it"));
        var tokens = new TokenReader(Lexer.Read(text));
        var whole = new Parser(tokens).Or();
        return tokens.Current.Kind == TokenKind.End ? whole : throw tokens.Unexpected(AfterAValue(tokens));
    }

    private SyntaxNode Or()
    {
        var left = And();
        while (tokens.TakeWord("or"))
            left = Both(LogicalOperator.Or, left, And());
        return left;
    }

    private SyntaxNode And()
    {
        var left = Not();
        while (tokens.TakeWord("and"))
            left = Both(LogicalOperator.And, left, Not());
        return left;
    }

    private SyntaxNode Both(LogicalOperator logical, SyntaxNode left, SyntaxNode right) =>
        tokens.Made(new LogicalNode(logical, left, right, left.Span.To(right.Span)));

    private SyntaxNode Not()
    {
        var start = tokens.Current.Span;
        if (!tokens.TakeWord("not"))
            return Test();
        var operand = tokens.Nested(Not);
        return tokens.Made(new NotNode(operand, start.To(operand.Span)));
    }

    private SyntaxNode Test()
    {
        var operand = operands.Sum();
        if (tokens.Current.Kind == TokenKind.Symbol && Operators.Comparisons.TryGetValue(tokens.Current.Text, out var comparison))
            return Comparison(operand, comparison);
        if (tokens.TakeWord("is"))
            return NullTest(operand);
        if (tokens.TakeWord("in"))
            return Membership(operand, isNegated: false);
        if (!tokens.Current.IsWord("not"))
            return operand;
        tokens.Take();
        return tokens.TakeWord("in") ? Membership(operand, isNegated: true) : throw tokens.Unexpected("expected in behind not");
    }

    private SyntaxNode Comparison(SyntaxNode left, ComparisonOperator comparison)
    {
        tokens.Take();
        var right = operands.Sum();
        if (tokens.Current.Kind == TokenKind.Symbol && Operators.Comparisons.ContainsKey(tokens.Current.Text))
            throw tokens.Unexpected("comparisons do not chain, write a < b and b < c: expected and, or, or the end");
        return tokens.Made(new ComparisonNode(comparison, left, right, left.Span.To(right.Span)));
    }

    private SyntaxNode NullTest(SyntaxNode operand)
    {
        var isNegated = tokens.TakeWord("not");
        if (!tokens.TakeWord("null"))
            throw tokens.Unexpected(isNegated ? "expected null behind is not" : "expected null or not null behind is");
        return tokens.Made(new NullTestNode(operand, isNegated, operand.Span.To(tokens.Last)));
    }

    private SyntaxNode Membership(SyntaxNode operand, bool isNegated)
    {
        tokens.Expect("(", "before the list behind in");
        var items = new List<SyntaxNode>();
        do
            items.Add(operands.Constant());
        while (tokens.TakeSymbol(","));
        tokens.Expect(")", "behind the list");
        return tokens.Made(new MembershipNode(operand, items, isNegated, operand.Span.To(tokens.Last)));
    }

    private static string AfterAValue(TokenReader tokens) => tokens.Current.IsSymbol(",") && tokens.Following.Kind == TokenKind.Number
        ? "numbers have no thousands separator, write 100000: expected an operator, and, or, or the end"
        : "expected an operator, and, or, or the end";
}
