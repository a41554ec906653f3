namespace SalesRules.Tests.Rules;

/// <summary>All 4^5 combinations of the five pillars in the order O, M, I, Q, L, each null (unscored), 0, 1 or 2.</summary>
internal static class AllScores
{
    private static readonly int?[] Points = [null, 0, 1, 2];

    public static IReadOnlyList<int?[]> Combinations { get; } =
        [.. from o in Points from m in Points from i in Points from q in Points from l in Points select new[] { o, m, i, q, l }];

    public static string InWords(IEnumerable<int?> scores) => string.Join(' ', scores.Select(score => score?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"));
}
