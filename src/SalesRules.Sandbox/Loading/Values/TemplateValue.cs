using System.Text.RegularExpressions;
using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>A text with columns in braces. One empty column makes the whole empty: half a name is worse than the fallback.</summary>
internal sealed partial class TemplateValue(string template, bool fromFile) : IMapValue
{
    public static IEnumerable<string> Columns(string template) => Placeholder().Matches(template).Select(match => match.Groups[1].Value);

    public string? Of(SourceRow row, LoadScope scope)
    {
        var complete = true;
        var text = Placeholder().Replace(template, match =>
        {
            var name = match.Groups[1].Value;
            var value = fromFile ? row.Cell(name) : row.Value(name, scope);
            complete &= value is not null;
            return value ?? "";
        });
        return complete ? text : null;
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
