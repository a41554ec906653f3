using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>The fields that a caller asks for by name.</summary>
internal static class SelectedFields
{
    /// <summary>From a list with commas.</summary>
    public static IReadOnlyList<SObjectField> Of(SObjectType type, string names) =>
        Of(type, names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>In the order asked for, each once, and the id at the end if nobody asked for it.</summary>
    public static IReadOnlyList<SObjectField> Of(SObjectType type, IEnumerable<string> names) =>
        [.. names.Select(type.FieldOf).Append(type.Id).DistinctBy(field => field.Name)];
}
