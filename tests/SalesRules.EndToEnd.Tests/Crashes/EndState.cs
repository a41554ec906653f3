namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>What a command leaves behind in the org and in the journal.</summary>
internal sealed record EndState(IReadOnlyList<string> Org, IReadOnlyList<string> Journal, IReadOnlyList<string> LooseEnds, IReadOnlyList<string> Runs)
{
    private const int Shown = 6;

    public static EndState Of(TestOrg org) => new(
        OrgState.Of(org.Server.Org), JournalState.Of(org), JournalState.LooseEndsOf(org), JournalState.RunsOf(org));

    /// <summary>What is otherwise than in the state that nobody's death disturbed; null: nothing.</summary>
    public string? DifferenceFrom(EndState undisturbed)
    {
        var differences = Difference(undisturbed.Org, Org).Concat(Difference(undisturbed.Journal, Journal)).Concat(LooseEnds).Concat(BadRuns()).ToList();
        return differences.Count == 0
            ? null
            : string.Join(Environment.NewLine, differences.Take(Shown).Append(differences.Count > Shown ? $"and {differences.Count - Shown} more" : ""));
    }

    /// <summary>Runs that a kill cut short are called interrupted, all others complete.</summary>
    private IEnumerable<string> BadRuns() =>
        Runs.All(status => status is "complete" or "interrupted") && Runs[^1] == "complete" ? [] : [$"the runs are {string.Join(", ", Runs)}"];

    private static IEnumerable<string> Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var missing = expected.CountBy(line => line).ToDictionary();
        var surplus = new List<string>();
        foreach (var line in actual)
        {
            if (missing.GetValueOrDefault(line) is 0)
                surplus.Add($"  + {line}");
            else
                missing[line]--;
        }

        return missing.SelectMany(pair => Enumerable.Repeat($"  - {pair.Key}", pair.Value)).Concat(surplus);
    }
}
