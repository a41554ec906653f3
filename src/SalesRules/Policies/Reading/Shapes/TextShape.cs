using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A text of one line.</summary>
internal sealed class TextShape(int longest, string what = "text") : ScalarShape<string>
{
    /// <summary>The length of Salesforce's picklist values, task subjects and ordinary text fields.</summary>
    public const int SalesforceLength = 255;

    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a {what} of 1 to {longest} characters on one line");

    protected override string Noun => what;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        // A folded block (>) ends with a line break that nobody meant.
        result = text.Trim();
        return result.Length > 0 && result.Length <= longest && !result.Any(char.IsControl);
    }

    protected override string Refusal(string text) => text.Trim().Length switch
    {
        0 => $"the {what} is blank; expected {Expected}",
        var length when length > longest => FormattableString.Invariant($"the {what} has {length} characters; expected {Expected}"),
        _ => $"the {what} has a line break or control character; expected {Expected}",
    };
}
