using System.Text.RegularExpressions;

namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Cuts query text into tokens.</summary>
internal sealed partial class Lexer(QuerySource source)
{
    private readonly string text = source.Text;

    public static IReadOnlyList<Token> Read(QuerySource source) => new Lexer(source).Read();

    private List<Token> Read()
    {
        var tokens = new List<Token>();
        var position = SkipSpace(0);
        while (position < text.Length)
        {
            var token = Next(position);
            tokens.Add(token);
            position = SkipSpace(position + token.Text.Length);
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private int SkipSpace(int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }

    private Token Next(int position)
    {
        if (text[position] == '\'')
            return new Token(TokenKind.Text, QuotedText(position), position);

        // A date before a number: both start with digits.
        return Match(TokenKind.DateTime, DateTimePattern(), position)
            ?? Match(TokenKind.Date, DatePattern(), position)
            ?? Match(TokenKind.Number, NumberPattern(), position)
            ?? Match(TokenKind.Word, WordPattern(), position)
            ?? Match(TokenKind.Symbol, SymbolPattern(), position)
            ?? throw source.LexicalError(position, $"no viable alternative at character '{text[position]}'");
    }

    private Token? Match(TokenKind kind, Regex pattern, int position)
    {
        var match = pattern.Match(text, position);
        return match.Success ? new Token(kind, match.Value, position) : null;
    }

    private string QuotedText(int start)
    {
        for (var end = start + 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
                end++;
            else if (text[end] == '\'')
                return text[start..(end + 1)];
        }

        throw source.LexicalError(text.Length, "mismatched character '<EOF>' expecting '''");
    }

    [GeneratedRegex(@"\G\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:?\d{2})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"\G\d{4}-\d{2}-\d{2}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\G[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?(?!\w)(?!-\d\d-)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\G[A-Za-z]\w*(\.[A-Za-z]\w*)*", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\G(<=|>=|<>|!=|[=<>(),:])", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();
}
