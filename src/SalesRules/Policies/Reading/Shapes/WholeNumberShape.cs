using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A whole number within bounds, both inclusive.</summary>
internal sealed class WholeNumberShape(int least, int most) : ScalarShape<int>
{
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    protected override string Noun => "whole number";

    protected override bool AllowsQuotes => false;

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    public override JsonNode Written(int value) => JsonValue.Create(value);

    protected override string Name(int value) => value.ToString(CultureInfo.InvariantCulture);

    protected override bool TryParse(string text, out int result) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out result) && result >= least && result <= most;

    protected override string Refusal(string text) =>
        text.TrimStart('-', '+') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit)
            ? $"{Wording.Shortened(text)} is out of range; expected {Expected}"
            : base.Refusal(text);
}
