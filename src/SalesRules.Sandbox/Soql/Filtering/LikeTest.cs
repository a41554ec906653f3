using System.Text;
using System.Text.RegularExpressions;

namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>LIKE: <c>%</c> stands for any text, <c>_</c> for one character, case does not matter.</summary>
internal sealed class LikeTest(string pattern) : ValueTest
{
    private readonly Regex regex = new(
        ToRegex(pattern),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    public override Truth Of(object? value) => value is string text ? regex.IsMatch(text).ToTruth() : Truth.Unknown;

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var index = 0; index < pattern.Length; index++)
        {
            regex.Append(pattern[index] switch
            {
                '%' => ".*",
                '_' => ".",
                '\\' when index + 1 < pattern.Length => Regex.Escape(pattern[++index].ToString()),
                var character => Regex.Escape(character.ToString()),
            });
        }

        return regex.Append(@"\z").ToString();
    }
}
