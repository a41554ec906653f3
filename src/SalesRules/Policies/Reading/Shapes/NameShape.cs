using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>One name of a long list, such as the rules' ids: a wrong one is answered with the nearest, not with the list.</summary>
/// <param name="what">What the names are of: "rule".</param>
/// <param name="where">Where they are listed.</param>
internal sealed class NameShape(string what, IReadOnlyList<string> names, string where) : ScalarShape<string>
{
    public override string Expected => $"a {what} of {where}";

    protected override string Noun => what;

    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
    };

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        result = names.Contains(text) ? text : null;
        return result is not null;
    }

    protected override string Refusal(string text) =>
        $"{Wording.Quoted(text)} is no {what} of {where}{Wording.DidYouMean(text, names)}";
}
