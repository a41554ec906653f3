using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Faults and their strikes as JSON.</summary>
internal static class FaultListing
{
    public static JsonObject Of(int seed, IEnumerable<FaultReport> reports, IEnumerable<FaultStrike> strikes) => new()
    {
        ["seed"] = seed,
        ["faults"] = new JsonArray([.. reports.Select(Of)]),
        ["strikes"] = JsonSerializer.SerializeToNode(strikes, FaultJson.Options),
    };

    public static JsonObject Of(FaultReport report)
    {
        var listed = new JsonObject
        {
            ["id"] = report.Id,
            ["kind"] = report.Fault.Kind,
            ["state"] = JsonSerializer.SerializeToNode(report.State, FaultJson.Options),
            ["matched"] = report.Matched,
            ["struck"] = report.Struck,
        };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(report.Fault, report.Fault.GetType(), FaultJson.Options)!.AsObject())
            if (!listed.ContainsKey(name))
                listed[name] = value?.DeepClone();
        return listed;
    }

    public static JsonObject Of(FaultScriptException refusal) => new()
    {
        ["message"] = "The script was refused, and nothing has changed.",
        ["problems"] = JsonSerializer.SerializeToNode(refusal.Problems, FaultJson.Options),
    };
}
