using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>An item of the closing week: a value of Close_Checklist__c and when it is due.</summary>
internal sealed class ClosingItemSection : Section<ClosingItem>
{
    private static readonly Key<string> Name = new("name", new TextShape(TextShape.SalesforceLength), "The value of the picklist.");

    private static readonly Key<int> DaysBefore = new("days-before", new WholeNumberShape(0, 90), 0, "It is to be done so many days before the close date; 0: on the day.");

    public override IReadOnlyList<Key> Keys { get; } = [Name, DaysBefore];

    public override string Expected => "an item with name and days-before";

    public override JsonNode Written(ClosingItem value) => new JsonObject { ["name"] = value.Name, ["days-before"] = value.DaysBefore };

    protected override ClosingItem Build(SectionValues values) => new(values.Get(Name), values.Get(DaysBefore));
}
