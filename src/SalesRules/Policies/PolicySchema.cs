using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Sections;

namespace SalesRules.Policies;

/// <summary>The JSON Schema of policy.yaml, by which editors complete and check it; made from what the loader reads.</summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as the text of docs/policy.schema.json.</summary>
    public static string Text()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "SalesRules policy",
            ["description"] = "Everything of the rule catalogue that an organisation may change.",
        };
        foreach (var (name, part) in new PolicySection().Schema())
            schema[name] = part?.DeepClone();
        return schema.ToJsonString(Form) + "\n";
    }
}
