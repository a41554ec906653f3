using System.Globalization;
using System.Text;

namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Resolves the escapes of a quoted text, once for equality and once for LIKE.</summary>
internal static class TextUnescaper
{
    public static TextLiteral Read(QuerySource source, Token token)
    {
        var value = new StringBuilder();
        var pattern = new StringBuilder();
        var inner = token.Text.AsSpan(1, token.Text.Length - 2);
        for (var index = 0; index < inner.Length; index++)
        {
            if (inner[index] != '\\')
            {
                value.Append(inner[index]);
                pattern.Append(inner[index]);
                continue;
            }

            index++;
            var character = Escaped(inner, ref index) ?? throw Illegal(source, token, inner[index]);
            value.Append(character);
            // LIKE has to tell an escaped wildcard from a wildcard, so the backslash stays.
            pattern.Append(character is '%' or '_' or '\\' ? $"\\{character}" : character.ToString());
        }

        return new TextLiteral(value.ToString(), pattern.ToString(), token.Position);
    }

    private static char? Escaped(ReadOnlySpan<char> text, ref int index) => text[index] switch
    {
        'n' or 'N' => '\n',
        'r' or 'R' => '\r',
        't' or 'T' => '\t',
        'b' or 'B' => '\b',
        'f' or 'F' => '\f',
        '"' or '\'' or '\\' or '%' or '_' => text[index],
        'u' => CodeUnit(text, ref index),
        _ => null,
    };

    private static char? CodeUnit(ReadOnlySpan<char> text, ref int index)
    {
        if (text.Length < index + 5
            || !ushort.TryParse(text.Slice(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return null;
        index += 4;
        return (char)unit;
    }

    private static SoqlException Illegal(QuerySource source, Token token, char escaped) => source.Malformed(
        token.Position,
        $"Invalid string literal {token}. Illegal character sequence '\\{escaped}' in string literal.");
}
