using System.Globalization;
using SalesRules.Cards;
using SalesRules.Host.Commands;
using SalesRules.Host.Rebuilds;
using SalesRules.Journal;
using SalesRules.Journal.History;
using SalesRules.Policies;
using SalesRules.Rebuilds;
using SalesRules.Rules;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>One deal as it is decided, and all that the journal knows of it.</summary>
/// <param name="Drift">What the org has lost, so that rules did not run.</param>
/// <param name="Stored">The stored decision that was made again; null: it was decided now.</param>
/// <param name="Difference">What the decision made again differs in from the stored one; null: in nothing.</param>
internal sealed record ExplainedDeal(DealCard Card, DealHistory History, IReadOnlyList<DriftNote> Drift, StoredDecision? Stored = null, string? Difference = null);

/// <summary>Reads and decides one deal as a run would, or makes a stored decision of it again, and writes nothing.</summary>
internal sealed class ExplainRun(OrgSessions orgs, SnapshotReader snapshots, Deciding deciding, RuleBook rules, RunJournal journal, RunClock clock)
{
    /// <summary>The deal as the org has it now.</summary>
    /// <exception cref="SnapshotFormatException">The record cannot be read.</exception>
    /// <exception cref="CommandException">The org has no such opportunity that our user can see; says when it was deleted, where that is known.</exception>
    public async Task<ExplainedDeal> ExplainAsync(RunRequest request, SalesforceId id, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var scope = await snapshots.ScopeAsync(org, request, last: null, rules.Policy.Hash, cancellationToken);
        await foreach (var page in deciding.DecideAsync(org, scope, request.AsOf, clock.Now, cancellationToken))
        {
            if (page.Unreadable is [var row, ..])
                throw new SnapshotFormatException($"{id} cannot be read: {row.Problem}");
            if (page.Decisions is [var decided, ..])
                return new ExplainedDeal(DealCard.Of(org.Rules, decided.Opportunity, decided.Context, clock.Now), await journal.DealHistoryAsync(org.Id, id, cancellationToken), org.Drift);
        }

        var deletedAt = (await journal.RememberAsync(org.Id, [id], cancellationToken))[id].DeletedAt;
        throw CommandException.WrongInput(deletedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"The opportunity {id} was deleted in Salesforce at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.")
            : $"The org has no opportunity {id} that our user can see.");
    }

    /// <summary>A stored decision of the deal, from the journal alone.</summary>
    /// <param name="decision">The beginning of its identity; null: the last one.</param>
    /// <exception cref="CommandException">The journal keeps no such decision, or not what it was made from.</exception>
    public static async Task<ExplainedDeal> ExplainStoredAsync(RunJournal journal, SalesforceId id, string? decision, CancellationToken cancellationToken)
    {
        StoredDecision? stored = null;
        await foreach (var one in journal.StoredDecisionsAsync(new DecisionFilter(Opportunity: id), cancellationToken))
        {
            if (decision is null || one.DecisionId.StartsWith(decision, StringComparison.OrdinalIgnoreCase))
                stored = one;
        }

        if (stored is null)
            throw CommandException.WrongInput(decision is null ? $"The journal keeps no decision of {id}." : $"The journal keeps no decision {decision} of {id}: `salesrules explain {id} --stored` lists those that it keeps.");
        try
        {
            var archive = new DecisionArchive(journal);
            var then = await archive.RulesOfAsync(stored, cancellationToken);
            var rebuilt = await archive.RebuildAsync(stored, cancellationToken);
            return new ExplainedDeal(
                DealCard.Of(then, rebuilt.Opportunity, rebuilt.Context, stored.DecidedAt),
                await journal.DealHistoryAsync(stored.OrgId, id, cancellationToken),
                NotesOf(await archive.PolicyAsync(stored.PolicyHash, cancellationToken), then.Policy.Drift),
                stored,
                RebuildRun.Difference(stored, rebuilt));
        }
        catch (UnreadableSourceException problem)
        {
            throw CommandException.WrongInput($"The decision {stored.DecisionId} of {id} cannot be made again: {problem.Message}.");
        }
    }

    private static IReadOnlyList<DriftNote> NotesOf(Policy asWritten, SchemaDrift drift) =>
        [.. DriftNotes.Of(asWritten, drift), .. drift.Surroundings.Select(lost => DriftNotes.Of(asWritten, lost))];
}
