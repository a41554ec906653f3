using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests.Reading;

/// <summary>A deal by its fields.</summary>
internal sealed class GivenShape(FieldMap fields) : Shape<Opportunity>
{
    /// <summary>The id of a deal that is given none.</summary>
    private const string SomeId = "006000000000001";

    private readonly FieldValues values = new(fields);

    public override string Expected => "a map of fields with their values, such as { StageName: POV, Amount: 250000 }";

    public override JsonObject Schema() => new() { ["type"] = "object" };

    public override JsonNode? Written(Opportunity value) => null;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out Opportunity result)
    {
        result = null;
        if (value.Node is not MapNode)
        {
            RefuseKind(value);
            return false;
        }

        var deal = new Opportunity { Id = SalesforceId.Parse(SomeId) };
        if (values.Read(value, deal) is not null)
            result = deal;
        return result is not null;
    }
}
