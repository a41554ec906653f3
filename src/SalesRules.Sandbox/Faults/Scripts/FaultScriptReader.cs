using System.Text.Json;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Reads a script and gathers every problem of its shape; what the faults mean in the org is checked by themselves.</summary>
internal sealed class FaultScriptReader(FaultProblems problems)
{
    /// <summary>Which places of the list the faults that could be read stood at.</summary>
    public List<int> Places { get; } = [];

    /// <summary>The script; incomplete when there were problems.</summary>
    public FaultScript Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, FaultJson.Reading);
            return ReadScript(document.RootElement);
        }
        catch (JsonException exception)
        {
            problems.Add("", FormattableString.Invariant(
                $"this is not well-formed JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"));
            return new FaultScript();
        }
    }

    private FaultScript ReadScript(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("faults", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            problems.Add("faults", "is required: a script is an object with a list of faults");
            return new FaultScript();
        }
        var shape = new MemberShapes(problems);
        var head = shape.Fits(typeof(FaultScript), root, besides: "faults");
        var faults = new List<Fault>();
        foreach (var (place, element) in list.EnumerateArray().Index())
            if (ReadFault(element, problems.Of($"faults[{place}]")) is { } fault)
            {
                Places.Add(place);
                faults.Add(fault);
            }
        return (head ? Head(root) : new FaultScript()) with { Faults = faults };
    }

    private static FaultScript Head(JsonElement root) => new()
    {
        Seed = root.TryGetProperty("seed", out var seed) ? seed.GetInt32() : new FaultScript().Seed,
        Replace = root.TryGetProperty("replace", out var replace) && replace.GetBoolean(),
    };

    private static Fault? ReadFault(JsonElement element, FaultProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
            problems.Add("", "must be an object with a kind");
        else if (!element.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String)
            problems.Add("kind", $"is required: one of {string.Join(", ", FaultKinds.Names)}");
        else if (FaultKinds.Find(kind.GetString()!) is not { } type)
            problems.Add("kind", $"'{kind.GetString()}' is unknown: one of {string.Join(", ", FaultKinds.Names)}");
        else if (new MemberShapes(problems).Fits(type, element, besides: "kind"))
            return (Fault)element.Deserialize(type, FaultJson.Options)!;
        return null;
    }
}
