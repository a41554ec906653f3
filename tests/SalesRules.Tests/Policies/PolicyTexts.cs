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

    private static string Nested(ReadOnlySpan<string> path, string value) => path.Length == 1
        ? $"{path[0]}: {value}"
        : $"{path[0]}: {string.Join("", path[1..].ToArray().Select(key => $"{{ {key}: "))}{value}{string.Concat(Enumerable.Repeat(" }", path.Length - 1))}";
}
