namespace SalesRules.Expressions.Syntax;

/// <summary>A word, number, text or sign of an expression.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public Span Span => new(Start, Start + Text.Length);

    /// <summary>Keywords are read in any case.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
