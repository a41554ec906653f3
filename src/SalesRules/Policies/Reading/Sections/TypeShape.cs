using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A value of the Type field, or the beginning of some with a * behind it.</summary>
internal sealed class TypeShape : ScalarShape<string>
{
    public override string Expected => $"a Type of at most {TextShape.SalesforceLength} characters; a * stands only at its end";

    protected override string Noun => "Type";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[^*]{0,255}\\*?$", ["minLength"] = 1 };

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        result = text;
        return text.Length is > 0 and <= TextShape.SalesforceLength && !text.AsSpan(0, text.Length - 1).Contains('*');
    }
}
