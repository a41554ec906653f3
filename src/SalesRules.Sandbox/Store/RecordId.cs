using System.Diagnostics.CodeAnalysis;

namespace SalesRules.Sandbox.Store;

/// <summary>Record ids: 15 case-sensitive characters, plus three that make them safe where case is lost.</summary>
public static class RecordId
{
    private const string ChecksumAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Reads 15 or 18 characters into the 18-character form; false for other lengths, characters or a wrong checksum.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (text is not { Length: 15 or 18 } || !text.All(char.IsAsciiLetterOrDigit))
            return false;
        var full = To18(text[..15]);
        if (text.Length == 18 && text != full)
            return false;
        id = text.Length == 18 ? text : full;
        return true;
    }

    /// <summary>Appends the checksum: for each group of five, which of its characters are capitals.</summary>
    public static string To18(string id15) => string.Create(18, id15, static (result, source) =>
    {
        source.AsSpan(0, 15).CopyTo(result);
        for (var group = 0; group < 3; group++)
        {
            var capitals = 0;
            for (var bit = 0; bit < 5; bit++)
                capitals |= char.IsAsciiLetterUpper(source[(group * 5) + bit]) ? 1 << bit : 0;
            result[15 + group] = ChecksumAlphabet[capitals];
        }
    });

    /// <summary>The id of the n-th record made in an org: key prefix, the instance that made it, a base-62 number.</summary>
    public static string Create(string keyPrefix, long number) => To18(keyPrefix + "Sb0" + ToBase62(number, 9));

    /// <summary>A number in the digits of ids, padded with zeros; sorts as the number does.</summary>
    public static string ToBase62(long number, int length) => string.Create(length, number, static (result, rest) =>
    {
        for (var place = result.Length - 1; place >= 0; place--, rest /= 62)
            result[place] = Digits[(int)(rest % 62)];
    });
}
