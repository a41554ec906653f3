using System.Buffers;
using System.Text.RegularExpressions;

namespace SalesRules.Host.Evaluation;

/// <summary>Amounts of money as text: the number without its currency, and the currency where it is a code.</summary>
internal static partial class LocalAmounts
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,-");

    /// <summary>The number as it is written, with its sign in front; the text itself when it is no amount.</summary>
    /// <param name="code">The currency's code, such as EUR; null for a sign such as $, which several currencies share, and for none.</param>
    public static string ToNumber(string text, out string? code)
    {
        code = null;
        if (!text.AsSpan().ContainsAnyExcept(NumberCharacters) || Amount().Match(text) is not { Success: true } parts)
            return text;
        var unit = parts.Groups["unit"].Value;
        code = unit.Length == 3 && unit.All(char.IsAsciiLetterUpper) ? unit : null;
        return parts.Groups["minus"].Success || parts.Groups["open"].Success ? $"-{parts.Groups["number"].Value}" : parts.Groups["number"].Value;
    }

    // A report of an organisation with several currencies adds the converted amount: EUR 1,000.00 (USD 1,100.00).
    [GeneratedRegex(
        @"^(?:(?<minus>[-\u2212])|(?<open>\())?\s*(?:(?<unit>[A-Z]{3}|[A-Z]{0,3}\p{Sc})\s*)?(?<minus>[-\u2212])?(?<number>[0-9.,'’\s]*[0-9])(?(unit)|(?:\s*(?<unit>[A-Z]{3}|\p{Sc}))?)(?(open)\))(?:\s*\([A-Z]{3} [^()]*\))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
