using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The API name of a field of the opportunity, or of its owner or account; null for a field that the org has not.</summary>
internal sealed partial class ApiNameShape : Shape<string?>
{
    private const string Form = @"^((Owner|Account)\.)?[A-Za-z][A-Za-z0-9_]{0,79}$";

    public override string Expected => "an API name such as Champion__c or Owner.Email, or null for a field that the org has not";

    public override JsonObject Schema() => OrNull.Of(new JsonObject { ["type"] = "string", ["pattern"] = Form });

    public override JsonNode? Written(string? value) => value;

    public override bool TryRead(Value value, out string? result)
    {
        result = null;
        if (value.Node.IsNull)
            return true;
        if (value.Node is not ScalarNode scalar)
            RefuseKind(value);
        else if (ApiName().IsMatch(scalar.Text))
            result = scalar.Text;
        else
            value.Refuse($"{Wording.Quoted(scalar.Text)} is no API name; expected {Expected}");
        return result is not null;
    }

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex ApiName();
}
