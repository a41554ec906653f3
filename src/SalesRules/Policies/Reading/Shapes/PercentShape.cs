using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A probability in per cent.</summary>
internal sealed class PercentShape : ScalarShape<decimal>
{
    public override string Expected => "a number of per cent from 0 to 100";

    protected override string Noun => "number of per cent";

    protected override bool AllowsQuotes => false;

    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 100 };

    public override JsonNode Written(decimal value) => JsonValue.Create(value);

    protected override string Name(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    protected override bool TryParse(string text, out decimal result) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out result)
        && result is >= 0 and <= 100;
}
