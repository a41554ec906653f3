using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>
/// The id of a custom rule. Every rule of the catalogue has a dot behind its section, so one without a dot, or behind custom., can never be
/// taken by a later version.
/// </summary>
internal sealed partial class CustomRuleIdShape : ScalarShape<string>
{
    private const int Longest = 60;
    private const string Pattern = @"^(?=.{3,60}$)(custom\.[a-z0-9]+([.-][a-z0-9]+)*|[a-z][a-z0-9]*(-[a-z0-9]+)*)$";

    public override string Expected => FormattableString.Invariant(
        $"3 to {Longest} lower-case letters, digits and dashes such as no-next-step, with dots only behind custom. as in custom.emea.no-next-step");

    protected override string Noun => "id of a custom rule";

    /// <summary>What such an id looks like, for the schema of other keys.</summary>
    public static JsonObject Form() => new() { ["type"] = "string", ["pattern"] = Pattern };

    public override JsonObject Schema() => Form();

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        result = Id().IsMatch(text) ? text : null;
        return result is not null;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
