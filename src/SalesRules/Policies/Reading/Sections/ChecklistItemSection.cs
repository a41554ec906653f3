using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>An item of a checklist: what it is called and which fields have to be filled for it.</summary>
internal sealed class ChecklistItemSection : Section<ChecklistItem>
{
    /// <summary>Before the keys, which are made from it.</summary>
    internal static NameShape FieldShape { get; } = new("field", [.. OpportunityFields.All.Select(field => field.ApiName)], "the field catalogue");

    private static readonly Key<string> Name = new("name", new TextShape(TextShape.SalesforceLength), "What findings call it.");

    private static readonly Key<IReadOnlyList<string>> Fields = new("fields",
        new ListShape<string>(FieldShape, name => name, StringComparer.OrdinalIgnoreCase, least: 1),
        "The fields, by the catalogue's names, that all have to be filled.");

    public override IReadOnlyList<Key> Keys { get; } = [Name, Fields];

    public override string Expected => "an item with name and fields";

    /// <summary>A list of items, none of them twice.</summary>
    public static ListShape<ChecklistItem> List(int least = 0) => new(new ChecklistItemSection(), item => item.Name, StringComparer.OrdinalIgnoreCase, least, nameKey: "name");

    public override JsonNode Written(ChecklistItem value) =>
        new JsonObject { ["name"] = value.Name, ["fields"] = new JsonArray([.. value.Fields.Select(field => JsonValue.Create(field))]) };

    protected override ChecklistItem Build(SectionValues values) => new(values.Get(Name), values.Get(Fields));
}
