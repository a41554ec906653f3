using System.Text.RegularExpressions;
using SalesRules.Policies.Reading;

namespace SalesRules.Expressions.Syntax;

/// <summary>Cuts the text of an expression into tokens.</summary>
internal sealed partial class Lexer(string text)
{
    /// <summary>What people write who know another language, and what it is called here.</summary>
    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["=="] = "=",
        ["<>"] = "!=",
        ["&&"] = "and",
        ["||"] = "or",
        ["!"] = "not",
        ["≤"] = "<=",
        ["≥"] = ">=",
        ["≠"] = "!=",
        ["‘"] = "'",
        ["’"] = "'",
        ["“"] = "'",
        ["”"] = "'",
        ["„"] = "'",
    };

    /// <exception cref="ExpressionSyntaxException">A character, number or text that no expression has.</exception>
    public static IReadOnlyList<Token> Read(string text) => new Lexer(text).Read();

    private List<Token> Read()
    {
        var tokens = new List<Token>();
        var position = SkipSpace(0);
        while (position < text.Length)
        {
            var token = Next(position);
            tokens.Add(token);
            position = SkipSpace(token.Span.End);
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
        if (text[position] is '\'' or '"')
            return new Token(TokenKind.Text, QuotedText(position), position);
        RefuseForeign(position);

        // A date before a number: both begin with digits.
        return Match(TokenKind.Date, DatePattern(), position)
            ?? Match(TokenKind.Number, NumberPattern(), position)
            ?? Match(TokenKind.Word, WordPattern(), position)
            ?? Match(TokenKind.Symbol, SymbolPattern(), position)
            ?? throw Unreadable(position);
    }

    private Token? Match(TokenKind kind, Regex pattern, int position)
    {
        var match = pattern.Match(text, position);
        return match.Success ? new Token(kind, match.Value, position) : null;
    }

    /// <summary>The text with its quotes; a quote within it is written twice.</summary>
    private string QuotedText(int start)
    {
        var quote = text[start];
        for (var end = start + 1; end < text.Length; end++)
        {
            if (text[end] != quote)
                continue;
            if (end + 1 < text.Length && text[end + 1] == quote)
                end++;
            else
                return text[start..(end + 1)];
        }

        throw new ExpressionSyntaxException(start, $"the text that begins here is not closed by {quote}");
    }

    private void RefuseForeign(int position)
    {
        var match = ForeignPattern().Match(text, position);
        if (match.Success)
            throw new ExpressionSyntaxException(position, $"'{match.Value}' has no meaning here; write {Foreign[match.Value]}");
    }

    private ExpressionSyntaxException Unreadable(int position)
    {
        var piece = Wording.Shortened(PiecePattern().Match(text, position).Value);
        return char.IsAsciiDigit(text[position])
            ? new ExpressionSyntaxException(position, $"'{piece}' is no number; write 1500, 0.5, 30 days or a date such as 2026-03-31")
            : new ExpressionSyntaxException(position, $"'{piece[..Math.Min(piece.Length, char.IsSurrogate(piece, 0) ? 2 : 1)]}' has no meaning in an expression");
    }

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\G[0-9]+(\.[0-9]+)?(?![\w.])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\G[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\G(<=|>=|!=|[=<>+*/(),-])", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();

    [GeneratedRegex(@"\G(==|<>|&&|\|\||!(?!=)|[≤≥≠‘’“”„])", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignPattern();

    [GeneratedRegex(@"\G\S+", RegexOptions.CultureInvariant)]
    private static partial Regex PiecePattern();
}
