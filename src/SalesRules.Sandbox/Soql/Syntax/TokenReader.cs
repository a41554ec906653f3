namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>The tokens of a query, read from left to right.</summary>
internal sealed class TokenReader(QuerySource source)
{
    private readonly IReadOnlyList<Token> tokens = Lexer.Read(source);
    private int next;

    public QuerySource Source { get; } = source;

    public Token Peek => tokens[next];

    public Token PeekSecond => tokens[Math.Min(next + 1, tokens.Count - 1)];

    public Token Take() => tokens[next].Kind == TokenKind.End ? tokens[next] : tokens[next++];

    public bool TakeIfWord(string word) => TakeIf(Peek.IsWord(word));

    public bool TakeIfSymbol(string symbol) => TakeIf(Peek.IsSymbol(symbol));

    public void ExpectWord(string word)
    {
        if (!TakeIfWord(word))
            throw Source.Unexpected(Peek);
    }

    public void ExpectOpening()
    {
        if (!TakeIfSymbol("("))
            throw Source.Unexpected(Peek);
    }

    public void ExpectClosing()
    {
        if (!TakeIfSymbol(")"))
            throw Source.Malformed(Peek.Position, $"expecting a right parentheses, found '{Peek}'");
    }

    public Token Expect(TokenKind kind) => Peek.Kind == kind ? Take() : throw Source.Unexpected(Peek);

    private bool TakeIf(bool matches)
    {
        if (matches)
            Take();
        return matches;
    }
}
