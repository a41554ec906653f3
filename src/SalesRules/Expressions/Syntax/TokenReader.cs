using SalesRules.Policies.Reading;

namespace SalesRules.Expressions.Syntax;

/// <summary>The tokens of an expression one after the other, counting what is made of them so that it stays within bounds.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    /// <summary>Brackets, calls, nots and signs within one another.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Values and operators of one expression.</summary>
    public const int MostNodes = 400;

    private int next;
    private int depth;
    private int nodes;

    public Token Current => tokens[next];

    public Token Following => tokens[Math.Min(next + 1, tokens.Count - 1)];

    /// <summary>The place of the token that was taken last.</summary>
    public Span Last => tokens[Math.Max(0, next - 1)].Span;

    public Token Take() => Current.Kind == TokenKind.End ? Current : tokens[next++];

    public bool TakeWord(string word) => TakeIf(Current.IsWord(word));

    public bool TakeSymbol(string symbol) => TakeIf(Current.IsSymbol(symbol));

    public void Expect(string symbol, string before)
    {
        if (!TakeSymbol(symbol))
            throw Unexpected($"expected {symbol} {before}");
    }

    /// <summary>Counts a piece of the expression.</summary>
    public SyntaxNode Made(SyntaxNode node) => ++nodes <= MostNodes
        ? node
        : throw new ExpressionSyntaxException(node.Span.Start, FormattableString.Invariant($"more than {MostNodes} values and operators; make two rules of it"));

    /// <summary>Reads something that stands within something else.</summary>
    public T Nested<T>(Func<T> read)
    {
        if (++depth > DeepestNesting)
            throw new ExpressionSyntaxException(Current.Start, FormattableString.Invariant($"nested more than {DeepestNesting} deep; make two rules of it"));
        var result = read();
        depth--;
        return result;
    }

    public ExpressionSyntaxException Unexpected(string expected) => new(Current.Start, $"{expected}, found {Found()}");

    private string Found() => Current.Kind == TokenKind.End ? "the end" : Current.Kind == TokenKind.Text ? Wording.Shortened(Current.Text) : $"'{Wording.Shortened(Current.Text)}'";

    private bool TakeIf(bool matches)
    {
        if (matches)
            next++;
        return matches;
    }
}
