using System.Collections.Immutable;
using System.Globalization;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Small words that messages share.</summary>
internal static class Sentences
{
    private static readonly ImmutableArray<string> OnSales = Names(Motion.NewBusiness);
    private static readonly ImmutableArray<string> OnRenewals = Names(Motion.Renewal);

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string Join(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";

    /// <summary>The pillars as they are called on such a deal: "Outcome, Maps and Leadership".</summary>
    public static string Join(PillarSet pillars, Motion motion) => (motion == Motion.Renewal ? OnRenewals : OnSales)[pillars.Index];

    /// <summary>"1 day", "11 days".</summary>
    public static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");

    /// <summary>2026-03-31.</summary>
    public static string Date(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Names(Motion motion) => [.. PillarSet.All.Select(set => Join([.. set.Select(pillar => pillar.Label(motion))]))];
}
