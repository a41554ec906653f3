using System.Buffers;
using System.Text.RegularExpressions;

namespace SalesRules.Host.Evaluation;

/// <summary>Numbers with thousands separators and either decimal mark, turned into the form of Salesforce's API.</summary>
internal sealed partial class LocalNumbers(DecimalMark mark)
{
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("0123456789.-+");

    /// <summary>The number as 1234.56; null with the reason when its separators do not fit. A text without digits is given back as it is.</summary>
    public string? ToNumber(string text, out string reason)
    {
        reason = "";
        if (mark == DecimalMark.Point && !text.AsSpan().ContainsAnyExcept(PlainCharacters))
            return text;
        if (text.StartsWith('\u2212'))
            text = $"-{text[1..]}";
        if (!Numeric().IsMatch(text))
            return text;
        if ((mark == DecimalMark.Point ? WithPoint() : WithComma()).Match(text) is { Success: true } parts)
            return Plain(parts);
        reason = mark == DecimalMark.Point
            ? "expected a number such as 1,234.56, found one whose separators do not fit: where a comma separates the decimals, say --decimal comma"
            : "expected a number such as 1.234,56 (--decimal comma), found one whose separators do not fit";
        return null;
    }

    private static string Plain(Match parts)
    {
        var whole = string.Concat(parts.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var sign = parts.Groups["sign"].Value;
        return parts.Groups["decimals"] is { Success: true, Length: > 0 } decimals ? $"{sign}{whole}.{decimals.Value}" : $"{sign}{whole}";
    }

    [GeneratedRegex(@"^[+-]?[0-9.,'’\s]*[0-9][0-9.,'’\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    // Groups have three digits; India's have two before the last three. White space covers the thin and the no-break spaces.
    [GeneratedRegex(@"^(?<sign>[+-]?)(?<whole>[0-9]+|[0-9]{1,3}(?<mark>[,'’\s])(?:[0-9]{2,3}\k<mark>)*[0-9]{3})?(?:\.(?<decimals>[0-9]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"^(?<sign>[+-]?)(?<whole>[0-9]+|[0-9]{1,3}(?<mark>[.'’\s])(?:[0-9]{2,3}\k<mark>)*[0-9]{3})?(?:,(?<decimals>[0-9]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithComma();
}
