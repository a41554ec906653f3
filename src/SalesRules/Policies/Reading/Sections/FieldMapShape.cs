using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>Catalogue names to the org's API names. No two fields may end up with one name.</summary>
internal sealed class FieldMapShape : Shape<FieldMap>
{
    private static readonly MapShape<string?> Names = new(
        new NameShape("field", [.. OpportunityFields.All.Select(field => field.ApiName)], "the field catalogue"),
        new ApiNameShape(),
        StringComparer.OrdinalIgnoreCase);

    public override string Expected => Names.Expected;

    public override JsonObject Schema() => Names.Schema();

    public override JsonNode? Written(FieldMap value) => null;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out FieldMap result)
    {
        result = null;
        if (!Names.TryRead(value, out var names))
            return false;
        var before = value.Problems.Count;
        foreach (var entry in Entries.Of(value, StringComparer.OrdinalIgnoreCase)!)
            Check(value.Member(entry), entry.Key.Text, names);
        result = value.Problems.Count == before ? new FieldMap(names) : null;
        return result is not null;
    }

    private static void Check(Value place, string field, IReadOnlyDictionary<string, string?> names)
    {
        if (FieldMap.Essential.Contains(field))
            place.Refuse($"{field} is Salesforce's own field and cannot be mapped");
        else if (names[field] is { } name && OpportunityFields.All.FirstOrDefault(other => other.ApiName != field && HasName(other, name, names)) is { } twin)
            place.Refuse($"{Wording.Quoted(name)} is already the name of {twin.ApiName}; every field needs its own");
    }

    private static bool HasName(OpportunityField field, string name, IReadOnlyDictionary<string, string?> names) =>
        string.Equals(names.TryGetValue(field.ApiName, out var mapped) ? mapped : field.IsMapped ? null : field.ApiName, name, StringComparison.OrdinalIgnoreCase);
}
