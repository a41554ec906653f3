using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Rules.Leads;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The id of a rule: one of the catalogue or one of the file's own.</summary>
/// <param name="ofAll">Whether rules about leads and portfolios are among them: they have severities, and neither tasks nor texts.</param>
internal sealed class RuleNameShape(bool ofAll = false) : ScalarShape<string>
{
    private const string Catalogue = "the rule catalogue";

    private readonly string[] ids =
        [.. RuleBook.All.Select(rule => rule.Id), .. ofAll ? LeadBook.All.Select(rule => rule.Id).Concat(PortfolioBook.All.Select(rule => rule.Id)) : []];

    public override string Expected => $"a rule of {Catalogue} or of custom-rules";

    protected override string Noun => "rule";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(OfTheCatalogue().Schema(), CustomRuleIdShape.Form()),
    };

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out string result) => Known(value.Names.CustomRules).TryRead(value, out result);

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        result = ids.Contains(text) ? text : null;
        return result is not null;
    }

    private NameShape OfTheCatalogue() => new("rule", ids, Catalogue);

    private NameShape Known(IReadOnlyList<string> customRules) =>
        customRules.Count == 0 ? OfTheCatalogue() : new NameShape("rule", [.. ids, .. customRules], $"{Catalogue} or of custom-rules");
}
