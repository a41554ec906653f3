using System.CommandLine.Parsing;
using System.Globalization;

namespace SalesRules.Host.Commands;

/// <summary>Reads what several commands' options take, with a sentence where it is something else.</summary>
internal static class OptionWords
{
    /// <summary>One of the enum's names, in lower case, or of those allowed.</summary>
    public static T? Word<T>(ArgumentResult argument, string option, params T[] allowed)
        where T : struct, Enum
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        var words = (allowed.Length == 0 ? Enum.GetValues<T>() : allowed).ToDictionary(value => value.ToString().ToLowerInvariant());
        if (words.TryGetValue(text, out var word))
            return word;
        argument.AddError($"{option}: '{text}' is none of {string.Join(", ", words.Keys)}.");
        return null;
    }

    public static DateOnly? Day(ArgumentResult argument, string option)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"{option}: '{text}' is not a date such as 2026-03-02.");
        return null;
    }
}
