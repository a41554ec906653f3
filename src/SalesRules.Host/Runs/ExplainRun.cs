using System.Globalization;
using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Journal.History;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>One deal as it is decided now, and all that the journal knows of it.</summary>
/// <param name="Drift">What the org has lost, so that rules did not run.</param>
internal sealed record DecisionCard(PlannedDecision Now, DealHistory History, IReadOnlyList<DriftNote> Drift);

/// <summary>Reads and decides one deal as a run would, and writes nothing.</summary>
internal sealed class ExplainRun(OrgSessions orgs, SnapshotReader snapshots, Deciding deciding, RuleBook rules, RunJournal journal, RunClock clock)
{
    /// <exception cref="SnapshotFormatException">The record cannot be read.</exception>
    /// <exception cref="CommandException">The org has no such opportunity that our user can see; says when it was deleted, where that is known.</exception>
    public async Task<DecisionCard> ExplainAsync(RunRequest request, SalesforceId id, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var scope = await snapshots.ScopeAsync(org, request, last: null, rules.Policy.Hash, cancellationToken);
        await foreach (var page in deciding.DecideAsync(org, scope, request.AsOf, clock.Now, cancellationToken))
        {
            if (page.Unreadable is [var row, ..])
                throw new SnapshotFormatException($"{id} cannot be read: {row.Problem}");
            if (page.Decisions is [var decided, ..])
                return new DecisionCard(decided, await journal.DealHistoryAsync(org.Id, id, cancellationToken), org.Drift);
        }

        var deletedAt = (await journal.RememberAsync(org.Id, [id], cancellationToken))[id].DeletedAt;
        throw CommandException.WrongInput(deletedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"The opportunity {id} was deleted in Salesforce at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.")
            : $"The org has no opportunity {id} that our user can see.");
    }
}
