using System.Text;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Sections;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies;

/// <summary>The reference of all keys as it stands in docs/policy.md; made from what the loader reads.</summary>
public static class PolicyReference
{
    /// <summary>One Markdown table for each section.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var section in new PolicySection().Keys)
        {
            text.Append($"### {section.Name}\n\n{section.Meaning}\n\n| key | means | allowed | default |\n|---|---|---|---|\n");
            foreach (var (path, key) in KeysOf(section))
                text.Append($"| `{path}` | {Cell(key.Meaning)} | {Cell(key.Shape.Expected)} | {Cell(DefaultOf(key))} |\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The keys of a section with those of its parts; a section without keys of its own stands for itself.</summary>
    private static IEnumerable<(string Path, Key Key)> KeysOf(Key section) => section.Shape switch
    {
        ISection { Keys: var keys } => keys.SelectMany(key => WithParts(key.Name, key)),
        IListShape { Item: ISection { Keys: var keys } } => keys.Select(key => ($"{section.Name}[].{key.Name}", key)),
        _ => [(section.Name, section)],
    };

    private static IEnumerable<(string Path, Key Key)> WithParts(string path, Key key) => key switch
    {
        { Shape: ISection { Keys: var parts }, WrittenDefault: null } => parts.Select(part => ($"{path}.{part.Name}", part)),
        { Shape: IListShape { Item: ISection { Keys: var parts } } } => parts.Select(part => ($"{path}[].{part.Name}", part)).Prepend((path, key)),
        _ => [(path, key)],
    };

    private static string DefaultOf(Key key) =>
        key.IsRequired ? "required" : key.DefaultNote ?? Said(key.WrittenDefault);

    private static string Said(JsonNode? value) => value switch
    {
        null => "none",
        JsonArray { Count: 0 } or JsonObject { Count: 0 } => "none",
        JsonArray items when items.OfType<JsonObject>().Any() => string.Join(" / ", items.Select(Said)),
        JsonArray items => string.Join(", ", items.Select(Said)),
        JsonObject pairs => string.Join("; ", pairs.Select(pair => $"{pair.Key}: {Said(pair.Value)}")),
        _ => value.ToString(),
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
