using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>true or false. YAML's older yes, no, on and off are refused: readers disagree on them.</summary>
internal sealed class TrueFalseShape : ScalarShape<bool>
{
    public override string Expected => "true or false";

    protected override string Noun => "yes or no";

    protected override bool AllowsQuotes => false;

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    public override JsonNode Written(bool value) => JsonValue.Create(value);

    protected override string Name(bool value) => value ? "true" : "false";

    protected override bool TryParse(string text, out bool result)
    {
        result = text == "true";
        return text is "true" or "false";
    }

    protected override string Refusal(string text) => $"{Wording.Quoted(text)} is neither true nor false";
}
