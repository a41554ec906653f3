using System.Globalization;

namespace SalesRules.Expressions.Syntax;

/// <summary>Reads what is compared: values, fields, functions and what is calculated of them.</summary>
/// <param name="inBrackets">Reads a whole expression, for brackets and arguments.</param>
internal sealed class OperandParser(TokenReader tokens, Func<SyntaxNode> inBrackets)
{
    /// <summary>More than the days from the first to the last date there is.</summary>
    private const int MostDays = 4_000_000;

    private static readonly string[] Keywords = ["and", "or", "not", "in", "is", "null", "true", "false", "days", "day"];

    public SyntaxNode Sum()
    {
        var left = Product();
        while (Taken(("+", ArithmeticOperator.Add), ("-", ArithmeticOperator.Subtract)) is { } arithmetic)
            left = Calculated(arithmetic, left, Product());
        return left;
    }

    /// <summary>A value that is written out: an item of a list.</summary>
    public SyntaxNode Constant()
    {
        var start = tokens.Current.Span;
        if (tokens.TakeSymbol("-") && tokens.Current.Kind == TokenKind.Number)
            return Negated(start, Number());
        return Literal() ?? throw tokens.Unexpected("a list holds values that are written out: expected a number, a 'text', a date, days, true or false");
    }

    private SyntaxNode Product()
    {
        var left = Signed();
        while (Taken(("*", ArithmeticOperator.Multiply), ("/", ArithmeticOperator.Divide)) is { } arithmetic)
            left = Calculated(arithmetic, left, Signed());
        return left;
    }

    private SyntaxNode Signed()
    {
        var start = tokens.Current.Span;
        return tokens.TakeSymbol("-") ? Negated(start, tokens.Nested(Signed)) : Value();
    }

    private SyntaxNode Value()
    {
        if (Literal() is { } literal)
            return literal;
        if (tokens.TakeSymbol("("))
            return InBrackets();
        if (tokens.Current.IsWord("null"))
            throw new ExpressionSyntaxException(tokens.Current.Start, "null is no value to compare with; write is null or is not null behind the field");
        if (tokens.Current.Kind != TokenKind.Word || Keywords.Contains(tokens.Current.Text, StringComparer.OrdinalIgnoreCase))
            throw tokens.Unexpected("expected a field, a value or a function");
        var word = tokens.Take();
        return tokens.TakeSymbol("(") ? Call(word) : tokens.Made(new NameNode(word.Text, word.Span));
    }

    private SyntaxNode InBrackets()
    {
        var inner = tokens.Nested(inBrackets);
        tokens.Expect(")", "to close the bracket");
        return inner;
    }

    private SyntaxNode Call(Token function)
    {
        var arguments = new List<SyntaxNode>();
        if (!tokens.Current.IsSymbol(")"))
        {
            do
                arguments.Add(tokens.Nested(inBrackets));
            while (tokens.TakeSymbol(","));
        }

        tokens.Expect(")", $"behind the arguments of {function.Text}");
        return tokens.Made(new CallNode(function.Text, arguments, function.Span.To(tokens.Last)));
    }

    private SyntaxNode? Literal() => tokens.Current switch
    {
        { Kind: TokenKind.Number } => Number(),
        { Kind: TokenKind.Date } => Date(tokens.Take()),
        { Kind: TokenKind.Text } => Text(tokens.Take()),
        var word when word.IsWord("true") || word.IsWord("false") => tokens.Made(new TrueFalseNode(word.IsWord("true"), tokens.Take().Span)),
        _ => null,
    };

    private SyntaxNode Number()
    {
        var token = tokens.Take();
        if (tokens.TakeWord("days") || tokens.TakeWord("day"))
            return Days(token);
        return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? tokens.Made(new NumberNode(number, token.Span))
            : throw new ExpressionSyntaxException(token.Start, "the number is too large; expected at most 28 digits");
    }

    private SyntaxNode Days(Token number) =>
        int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays
            ? tokens.Made(new DaysNode(days, number.Span.To(tokens.Last)))
            : throw new ExpressionSyntaxException(number.Start, FormattableString.Invariant($"days are whole, and at most {MostDays:N0}"));

    private SyntaxNode Date(Token token) =>
        DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? tokens.Made(new DateNode(date, token.Span))
            : throw new ExpressionSyntaxException(token.Start, $"there is no day {token.Text}; expected a date such as 2026-03-31");

    private SyntaxNode Text(Token token)
    {
        var quote = token.Text[..1];
        return tokens.Made(new TextNode(token.Text[1..^1].Replace(quote + quote, quote, StringComparison.Ordinal), token.Span));
    }

    private SyntaxNode Negated(Span start, SyntaxNode operand) => tokens.Made(new NegationNode(operand, start.To(operand.Span)));

    private SyntaxNode Calculated(ArithmeticOperator arithmetic, SyntaxNode left, SyntaxNode right) =>
        tokens.Made(new ArithmeticNode(arithmetic, left, right, left.Span.To(right.Span)));

    private ArithmeticOperator? Taken(params ReadOnlySpan<(string Symbol, ArithmeticOperator Meaning)> signs)
    {
        foreach (var (symbol, meaning) in signs)
        {
            if (tokens.TakeSymbol(symbol))
                return meaning;
        }

        return null;
    }
}
