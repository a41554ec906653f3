using System.Globalization;
using SalesRules.Backtests;
using SalesRules.Host.Commands;
using SalesRules.Host.Rebuilds;
using SalesRules.Journal;
using SalesRules.Journal.History;
using SalesRules.Rebuilds;

namespace SalesRules.Host.Backtests;

/// <summary>
/// Replays the snapshots and contexts that the journal keeps, as they were known when the live policy decided of them. Of deals that the
/// org has deleted nobody knows what became.
/// </summary>
internal sealed class JournalHistory(RunJournal journal)
{
    /// <summary>A run decides for some time after its stamp, and Salesforce's clock is not ours.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(1);

    private readonly DecisionArchive archive = new(journal);

    /// <param name="orgId">Null: the org that was worked on last.</param>
    /// <returns>The org that was replayed.</returns>
    /// <exception cref="CommandException">The journal has seen no org.</exception>
    public async Task<string> ReplayAsync(BacktestRun run, string? orgId, CancellationToken cancellationToken)
    {
        var org = orgId ?? await journal.LastOrgAsync(cancellationToken) ?? throw CommandException.WrongInput("The journal keeps no decisions yet: name an exported history with --input, or come back after some runs.");
        await foreach (var stored in journal.StoredDecisionsAsync(new DecisionFilter(org, OnlyLiving: true), cancellationToken))
        {
            if (run.IsWanted(stored.AsOf))
                await ReplayAsync(run, stored, cancellationToken);
        }

        // Deals of which nothing changed leave no trace: they stood as they were on the day of the last run.
        if (await journal.RunsAsync(org, 1, cancellationToken) is [var last])
            run.Outcomes.KnownUntil(last.AsOf);
        return org;
    }

    private async Task ReplayAsync(BacktestRun run, StoredDecision stored, CancellationToken cancellationToken)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{stored.OpportunityId} of {stored.AsOf:yyyy-MM-dd}");
        try
        {
            var readBy = (await archive.RulesOfAsync(stored, cancellationToken)).Policy;
            var source = await archive.SourceOfAsync(stored, cancellationToken);
            run.Add(place, policy =>
            {
                var rules = policy.RulesOver(readBy, stored.Drift ?? "");
                var (opportunity, context) = RebuiltDecision.Read(source, rules.Policy.Fields);
                return (new Observation(stored.AsOf, stored.DecidedAt + LongestRun, opportunity, context), rules);
            });
        }
        catch (UnreadableSourceException problem)
        {
            run.AddUnreadable(place, problem.Message);
        }
    }
}
