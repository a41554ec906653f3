using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A regular expression, matched in time that grows with the text only: no lookaround and no backreferences.</summary>
internal sealed class PatternShape : ScalarShape<Regex>
{
    private const int Longest = 500;

    public override string Expected => "a regular expression of at most 500 characters without lookaround and backreferences";

    protected override string Noun => "regular expression";

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Longest };

    protected override string Name(Regex value) => value.ToString();

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out Regex result)
    {
        result = null;
        if (text.Length is 0 or > Longest)
            return false;
        try
        {
            result = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
