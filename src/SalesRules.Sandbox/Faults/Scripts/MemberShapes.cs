using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SalesRules.Sandbox.Faults.Changes;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Compares an object of a script, member by member, with the type it is to become; the serializer alone would stop at the first.</summary>
internal sealed class MemberShapes(FaultProblems problems)
{
    private static readonly Type[] Nested = [typeof(FaultTarget), typeof(FaultTiming), typeof(RowChoice)];

    /// <summary>True when every member is known and holds what it should; <paramref name="besides"/> is looked at elsewhere.</summary>
    public bool Fits(Type type, JsonElement element, string? besides = null)
    {
        var before = problems.Found.Count;
        var known = FaultJson.Options.GetTypeInfo(type).Properties;
        foreach (var member in element.EnumerateObject().Where(member => member.Name != besides))
            if (known.FirstOrDefault(property => string.Equals(property.Name, member.Name, StringComparison.OrdinalIgnoreCase)) is { } property)
                Check(property, member.Value);
            else
                problems.Add(member.Name, $"is unknown here: {Names(known)}");
        return problems.Found.Count == before;
    }

    private void Check(JsonPropertyInfo property, JsonElement value)
    {
        if (Nested.Contains(property.PropertyType) && value.ValueKind == JsonValueKind.Object)
            new MemberShapes(problems.Of(property.Name)).Fits(property.PropertyType, value);
        else if (value.ValueKind == JsonValueKind.Null || !CanRead(property.PropertyType, value))
            problems.Add(property.Name, $"{value.GetRawText()} is not {MemberNames.Expected(property.PropertyType)}");
    }

    private static string Names(IEnumerable<JsonPropertyInfo> properties) =>
        $"it takes {string.Join(", ", properties.Select(property => property.Name).Order(StringComparer.Ordinal))}";

    private static bool CanRead(Type type, JsonElement value)
    {
        try
        {
            value.Deserialize(type, FaultJson.Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
