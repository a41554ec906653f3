using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A number that is not negative, such as an amount in the policy's currency.</summary>
/// <param name="what">What the number is of: "amount of money".</param>
internal sealed class AmountShape(string what, decimal most) : ScalarShape<decimal>
{
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a {what} from 0 to {most}");

    protected override string Noun => what;

    protected override bool AllowsQuotes => false;

    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = JsonValue.Create(most) };

    public override JsonNode Written(decimal value) => JsonValue.Create(value);

    protected override string Name(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    protected override bool TryParse(string text, out decimal result) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out result) && result <= most;
}
