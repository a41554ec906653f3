using System.Text.Json.Nodes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>The Salesforce id of a user.</summary>
internal sealed class UserIdShape : ScalarShape<SalesforceId>
{
    internal const string UserPrefix = "005";

    public override string Expected => "the id of a user: 005 and 12 letters or digits, or 18 characters with a right checksum";

    protected override string Noun => "id of a user";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^005[A-Za-z0-9]{12}([A-Z0-5]{3})?$" };

    protected override string Name(SalesforceId value) => value.Value;

    protected override bool TryParse(string text, out SalesforceId result) =>
        SalesforceId.TryParse(text, out result) && result.KeyPrefix == UserPrefix;
}
