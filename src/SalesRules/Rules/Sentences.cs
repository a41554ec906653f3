using System.Globalization;

namespace SalesRules.Rules;

/// <summary>Small words that messages share.</summary>
internal static class Sentences
{
    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string Join(IEnumerable<string> parts)
    {
        var list = parts.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
