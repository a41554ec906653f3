using System.Collections.Immutable;
using System.Globalization;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Small words that messages share.</summary>
internal static class Sentences
{
    private static readonly ImmutableArray<string> PillarNames = [.. PillarSet.All.Select(set => Join([.. set.Select(pillar => pillar.Name())]))];

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string Join(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";

    /// <summary>The pillars' names: "Outcome, Maps and Leadership".</summary>
    public static string Join(PillarSet pillars) => PillarNames[pillars.Index];

    /// <summary>2026-03-31.</summary>
    public static string Date(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
