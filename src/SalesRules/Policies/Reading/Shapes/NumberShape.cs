using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A number within bounds, both inclusive, with or without decimals.</summary>
internal sealed class NumberShape(decimal least, decimal most, string what = "number") : ScalarShape<decimal>
{
    /// <summary>Money in the organisation's currency: more digits than any currency field of Salesforce holds.</summary>
    public static NumberShape Amount { get; } = new(0, 1_000_000_000_000_000m, "amount");

    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"{(what[0] == 'a' ? "an" : "a")} {what} from {least} to {most}");

    protected override string Noun => what;

    protected override bool AllowsQuotes => false;

    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };

    public override JsonNode Written(decimal value) => JsonValue.Create(value);

    protected override string Name(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    protected override bool TryParse(string text, out decimal result) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out result)
        && result >= least && result <= most;
}
