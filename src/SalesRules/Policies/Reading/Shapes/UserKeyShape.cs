using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>The Salesforce id of a user as the key of a map, always in its 18 characters.</summary>
internal sealed class UserKeyShape : ScalarShape<string>
{
    private static readonly UserIdShape User = new();

    public override string Expected => User.Expected;

    protected override string Noun => "id of a user";

    public override JsonObject Schema() => User.Schema();

    protected override string Name(string value) => value;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string result)
    {
        result = SalesforceId.TryParse(text, out var id) && id.KeyPrefix == UserIdShape.UserPrefix ? id.Value : null;
        return result is not null;
    }
}
