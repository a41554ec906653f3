using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>Adds null to what a schema allows.</summary>
internal static class OrNull
{
    public static JsonObject Of(JsonObject schema)
    {
        schema["type"] = new JsonArray(schema["type"]!.GetValue<string>(), "null");
        if (schema["enum"] is JsonArray names)
            names.Add(null);
        return schema;
    }
}
