namespace SalesRules.Tests.Policies;

/// <summary>Policy texts with one key set, whatever its path.</summary>
internal static class PolicyTexts
{
    /// <summary>The least policy with the value at the path: pov.capacity, forecast.probability-bands.Commit.from, stages[0].type.</summary>
    public static string WithKey(string path, string value) => path switch
    {
        "stages" => $"stages: {value}\n",
        _ when path.StartsWith("stages[0].", StringComparison.Ordinal) => WithStageKey(path["stages[0].".Length..], value),
        _ when path.StartsWith("custom-rules[0].", StringComparison.Ordinal) => WithCustomRuleKey(path["custom-rules[0].".Length..], value),
        _ => $"{TestPolicies.Least}{Nested(path.Split('.'), value)}\n",
    };

    private static string WithStageKey(string key, string value)
    {
        var keys = new Dictionary<string, string> { ["name"] = "Discovery", ["type"] = "discovery", ["order"] = "5", [key] = value };
        return $$"""
            stages:
              - { {{string.Join(", ", keys.Select(pair => $"{pair.Key}: {pair.Value}"))}} }
              - { name: Qualification, type: qualification, order: 1 }

            """;
    }

    private static string WithCustomRuleKey(string key, string value)
    {
        var keys = new Dictionary<string, string> { ["id"] = "no-amount", ["when"] = "Amount is null", ["severity"] = "low", ["message"] = "No amount.", [key] = value };
        return $"{TestPolicies.Least}custom-rules: [{{ {string.Join(", ", keys.Select(pair => $"{pair.Key}: {pair.Value}"))} }}]\n";
    }

    /// <summary>One key in another, in lists of one item where the path says so: letters: [{ name: value }].</summary>
    private static string Nested(ReadOnlySpan<string> path, string value)
    {
        var (key, isList) = path[0].EndsWith("[0]", StringComparison.Ordinal) ? (path[0][..^3], true) : (path[0], false);
        var inner = path.Length == 1 ? value : $"{{ {Nested(path[1..], value)}{(isList ? Beside(key, path[1]) : "")} }}";
        return isList ? $"{key}: [{inner}]" : $"{key}: {inner}";
    }

    /// <summary>What an item of the list cannot do without, beside the key that is set.</summary>
    private static string Beside(string list, string key)
    {
        var required = list == "routes"
            ? new Dictionary<string, string> { ["on"] = "[risk-entered]", ["to"] = "[owner]" }
            : new Dictionary<string, string> { ["name"] = "Something" };
        if (list is not ("checklist" or "routes"))
            required["fields"] = "[Pain__c]";
        return string.Concat(required.Where(pair => pair.Key != key).Select(pair => $", {pair.Key}: {pair.Value}"));
    }
}
