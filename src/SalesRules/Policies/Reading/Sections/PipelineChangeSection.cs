using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class PipelineChangeSection : Section<PipelineChangeLimits>
{
    private static readonly PipelineChangeLimits Defaults = new AlertPolicy().PipelineChange;

    private static readonly Key<decimal?> Percent = new("percent", new OptionalShape<decimal>(new PercentShape()), Defaults.Percent,
        "Of what the open pipeline was a week ago. null: no such limit.");

    private static readonly Key<decimal?> Amount = new("amount", new OptionalShape<decimal>(new AmountShape("amount of money", 1_000_000_000_000)), Defaults.Amount,
        "In the currency of Amount. null: no such limit.");

    public override IReadOnlyList<Key> Keys { get; } = [Percent, Amount];

    public override JsonNode Written(PipelineChangeLimits value) => new JsonObject { ["percent"] = value.Percent, ["amount"] = value.Amount };

    protected override PipelineChangeLimits Build(SectionValues values) => new(values.Get(Percent), values.Get(Amount));
}
