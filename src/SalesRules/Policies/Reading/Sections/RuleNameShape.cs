using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Rules;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The id of a rule: one of the catalogue or one of the file's own.</summary>
internal sealed class RuleNameShape : ScalarShape<string>
{
    private const string Catalogue = "the rule catalogue";

    private static readonly string[] Ids = [.. RuleBook.All.Select(rule => rule.Id)];
    private static readonly NameShape OfTheCatalogue = new("rule", Ids, Catalogue);

    public override string Expected => $"a rule of {Catalogue} or of custom-rules";

    protected override string Noun => "rule";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(OfTheCatalogue.Schema(), CustomRuleIdShape.Form()),
    };

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out string result) => Known(value.Names.CustomRules).TryRead(value, out result);

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        result = Ids.Contains(text) ? text : null;
        return result is not null;
    }

    private static NameShape Known(IReadOnlyList<string> customRules) =>
        customRules.Count == 0 ? OfTheCatalogue : new NameShape("rule", [.. Ids, .. customRules], $"{Catalogue} or of custom-rules");
}
