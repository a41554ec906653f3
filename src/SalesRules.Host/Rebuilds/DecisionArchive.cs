using System.Text.Json;
using SalesRules.Journal;
using SalesRules.Journal.History;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Rebuilds;
using SalesRules.Rules;
using SalesRules.Schemas;

namespace SalesRules.Host.Rebuilds;

/// <summary>What stored decisions were made from: rules by the policy's text and the drift of then, and their sources.</summary>
internal sealed class DecisionArchive(RunJournal journal)
{
    private readonly Dictionary<string, Policy> policies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Policy, string Drift), RuleBook> books = [];
    private readonly Dictionary<(string Org, DateOnly Day, string Policy), StageAging?> agings = [];

    /// <summary>The rules that a decision was made by.</summary>
    /// <exception cref="UnreadableSourceException">Policy or drift were not kept, or cannot be read.</exception>
    public async Task<RuleBook> RulesOfAsync(StoredDecision decision, CancellationToken cancellationToken)
    {
        // Before the drift was kept: taken for none, which the comparison of bytes then confirms or not.
        var drift = decision.Drift ?? "{}";
        if (!books.TryGetValue((decision.PolicyHash, drift), out var rules))
            books[(decision.PolicyHash, drift)] = rules = new RuleBook((await PolicyAsync(decision.PolicyHash, cancellationToken)).Under(Read(drift)));
        return rules;
    }

    /// <exception cref="UnreadableSourceException">It was made before its context was kept.</exception>
    public async Task<DecisionSource> SourceOfAsync(StoredDecision decision, CancellationToken cancellationToken)
    {
        var context = decision.Context ?? throw new UnreadableSourceException("it was made before the journal kept what decisions are made from", null);
        var day = (decision.OrgId, decision.AsOf, decision.PolicyHash);
        if (!agings.TryGetValue(day, out var aging))
            agings[day] = aging = await journal.StageAgingAsync(decision.OrgId, decision.AsOf, decision.PolicyHash, cancellationToken);
        return new DecisionSource(decision.Snapshot, context, decision.DecidedAt, aging);
    }

    /// <exception cref="UnreadableSourceException">Policy, snapshot or context were not kept, or cannot be read.</exception>
    public async Task<RebuiltDecision> RebuildAsync(StoredDecision decision, CancellationToken cancellationToken) =>
        RebuiltDecision.Of(await SourceOfAsync(decision, cancellationToken), await RulesOfAsync(decision, cancellationToken));

    /// <summary>The policy of that hash as it was written.</summary>
    /// <exception cref="UnreadableSourceException">Its text was not kept, is another one, or cannot be read.</exception>
    public async Task<Policy> PolicyAsync(string hash, CancellationToken cancellationToken)
    {
        if (policies.TryGetValue(hash, out var known))
            return known;
        var text = await journal.PolicyAsync(hash, cancellationToken) ?? throw new UnreadableSourceException($"the journal has no text of its policy {hash}", null);
        var reading = PolicyFile.Parse(text, "policy.yaml");
        if (PolicyFile.HashOf(text) != hash)
            throw new UnreadableSourceException($"the text that the journal keeps of its policy {hash} is another one", null);
        return policies[hash] = reading.Policy ?? throw new UnreadableSourceException($"this version does not read its policy {hash}: {reading.Problems[0]}", null);
    }

    private static SchemaDrift Read(string drift)
    {
        try
        {
            using var json = JsonDocument.Parse(drift);
            return SchemaDriftJson.Read(json.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UnreadableSourceException($"what was kept of the org's schema cannot be read: {problem.Message}", problem);
        }
    }
}
