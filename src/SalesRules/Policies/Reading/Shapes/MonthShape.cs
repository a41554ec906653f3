using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A month as a number or by its English name.</summary>
internal sealed class MonthShape : ScalarShape<int>
{
    private static readonly string[] Names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    public override string Expected => "a month: 1 to 12, or January to December";

    protected override string Noun => "month";

    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 12 },
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Names.Select(name => JsonValue.Create(name))]) }),
    };

    protected override string Name(int value) => Names[value - 1];

    protected override bool TryParse(string text, out int result)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out result))
            return result is >= 1 and <= 12;
        result = Array.IndexOf(Names, text) + 1;
        return result > 0;
    }
}
