using System.Text.Json;

namespace SalesRules.Alerts;

/// <summary>The kinds' names in policies, keys and the journal.</summary>
public static class AlertKinds
{
    private static readonly Dictionary<AlertKind, string> Names =
        Enum.GetValues<AlertKind>().ToDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private static readonly Dictionary<string, AlertKind> ByName = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyList<AlertKind> All { get; } = [.. Names.Keys];

    /// <summary>risk-entered.</summary>
    public static string Name(this AlertKind kind) => Names[kind];

    /// <summary>Null: no kind has that name.</summary>
    public static AlertKind? Parse(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Whether such an alert has a deal; the others are about the org.</summary>
    public static bool IsOfDeal(this AlertKind kind) => kind < AlertKind.PipelineChanged;
}
