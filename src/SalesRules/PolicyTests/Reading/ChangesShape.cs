using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests.Reading;

/// <summary>The corrections that are to be proposed, each with its line, under the org's names of the fields.</summary>
internal sealed class ChangesShape(FieldMap fields) : Shape<IReadOnlyList<ExpectedChange>>
{
    private readonly FieldValues values = new(fields);

    public override string Expected => "a map of fields with the values that they are to be corrected to, such as { ForecastCategoryName: Best Case }; {} for none";

    public override JsonObject Schema() => new() { ["type"] = "object" };

    public override JsonNode? Written(IReadOnlyList<ExpectedChange> value) => null;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out IReadOnlyList<ExpectedChange> result)
    {
        result = null;
        if (value.Node is not MapNode map)
        {
            RefuseKind(value);
            return false;
        }

        var corrected = new Opportunity();
        if (values.Read(value, corrected) is { } named)
            result = [.. named.Select((field, index) => new ExpectedChange(map.Entries[index].Key.Line, fields.NameOf(field)!, field.ValueOf(corrected)))];
        return result is not null;
    }
}

/// <summary>A field and what it is to be corrected to.</summary>
internal sealed record ExpectedChange(int Line, string Field, FieldValue To);
