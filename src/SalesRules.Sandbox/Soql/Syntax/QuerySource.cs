namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>The text of a query, and the one place that words its errors: excerpt, caret, position, reason.</summary>
internal sealed class QuerySource(string text)
{
    /// <summary>How far the excerpt reaches to either side before it is widened to whole words.</summary>
    private const int ExcerptReach = 30;

    public string Text { get; } = text;

    public SoqlException Malformed(int position, string reason) => Error(SoqlErrorCodes.MalformedQuery, position, reason);

    public SoqlException Unexpected(Token token) => Malformed(token.Position, $"unexpected token: '{token}'");

    /// <summary>An error in Salesforce's four lines; it starts with an empty one.</summary>
    public SoqlException Error(string errorCode, int position, string reason)
    {
        var (row, lineStart, lineEnd) = LineOf(position);
        var start = WordStart(Math.Max(position - ExcerptReach, lineStart), lineStart);
        var end = WordEnd(Math.Min(position + ExcerptReach, lineEnd), lineEnd);
        var caret = new string(' ', position - start) + '^';
        return new SoqlException(
            errorCode, $"\n{Text[start..end]}\n{caret}\nERROR at Row:{row}:Column:{position - lineStart + 1}\n{reason}");
    }

    /// <summary>An error of the lexer, which Salesforce words in one line with a column counted from zero.</summary>
    public SoqlException LexicalError(int position, string reason)
    {
        var (row, lineStart, _) = LineOf(position);
        return new SoqlException(SoqlErrorCodes.MalformedQuery, $"line {row}:{position - lineStart} {reason}");
    }

    private (int Row, int Start, int End) LineOf(int position)
    {
        var row = 1 + Text.AsSpan(0, position).Count('\n');
        var start = Text.LastIndexOf('\n', Math.Max(position - 1, 0)) + 1;
        var end = Text.IndexOf('\n', position);
        return (row, Math.Min(start, position), end < 0 ? Text.Length : end);
    }

    private int WordStart(int position, int lineStart)
    {
        while (position > lineStart && !IsSeparator(Text[position - 1]))
            position--;
        return position;
    }

    private int WordEnd(int position, int lineEnd)
    {
        while (position < lineEnd && !IsSeparator(Text[position]))
            position++;
        return position;
    }

    private static bool IsSeparator(char character) => character == ',' || char.IsWhiteSpace(character);
}
