using System.Text.Json;
using SalesRules.Journal;
using SalesRules.Journal.History;
using SalesRules.Rebuilds;

namespace SalesRules.Host.Rebuilds;

/// <summary>Makes stored decisions again, from what the journal keeps alone, and compares byte for byte. Holds one page in memory.</summary>
internal sealed class RebuildRun(RunJournal journal)
{
    private readonly DecisionArchive archive = new(journal);

    /// <param name="watch">Told after each decision, for a progress bar.</param>
    public async Task<RebuildTally> RunAsync(DecisionFilter filter, Action<RebuildTally>? watch, CancellationToken cancellationToken)
    {
        var tally = new RebuildTally();
        await foreach (var stored in journal.StoredDecisionsAsync(filter, cancellationToken))
        {
            tally.Add(stored, await ProblemAsync(stored, cancellationToken));
            watch?.Invoke(tally);
        }

        return tally;
    }

    /// <summary>Why it is not the same; null: it is, in every byte.</summary>
    private async Task<string?> ProblemAsync(StoredDecision stored, CancellationToken cancellationToken)
    {
        try
        {
            return Difference(stored, await archive.RebuildAsync(stored, cancellationToken));
        }
        catch (UnreadableSourceException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>What a rebuilt decision differs in from the stored one; null: in nothing.</summary>
    public static string? Difference(StoredDecision stored, RebuiltDecision rebuilt) =>
        Difference("the decision about the record as corrected", stored.Standing, rebuilt.StandingText)
        ?? Difference("the decision about the record as read", stored.Decision, rebuilt.DecisionText)
        ?? (stored.DecisionId == rebuilt.Standing.Id ? null : $"its identity is {rebuilt.Standing.Id} when made again, {stored.DecisionId} is stored");

    private static string? Difference(string which, string? stored, string? rebuilt) => stored == rebuilt
        ? null
        : $"{which} differs in {string.Join(", ", DifferingParts(stored, rebuilt))}";

    /// <summary>The names of the properties that differ, for the person who looks for the cause.</summary>
    private static List<string> DifferingParts(string? stored, string? rebuilt)
    {
        if (stored is null || rebuilt is null)
            return ["whether there is one"];
        try
        {
            using var before = JsonDocument.Parse(stored);
            using var after = JsonDocument.Parse(rebuilt);
            var parts = after.RootElement.EnumerateObject()
                .Where(property => !before.RootElement.TryGetProperty(property.Name, out var was) || was.GetRawText() != property.Value.GetRawText())
                .Select(property => property.Name).ToList();
            return parts.Count == 0 ? ["its form"] : parts;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return ["its form: what is stored is no JSON object"];
        }
    }
}
