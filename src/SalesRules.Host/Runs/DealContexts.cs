using SalesRules.Journal;
using SalesRules.Journal.Deals;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Rules.Meddpicc;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Gathers what decisions need beyond the records: the journal's memory of each deal, the stage histories that it does not remember, users
/// where an override or an inactive owner asks for them, the queue where POVs are limited, and what stands around the deals. Some calls for
/// each few hundred deals, none for a deal by itself.
/// </summary>
internal sealed class DealContexts(
    RunJournal journal, OpportunityHistoryReader histories, ContestedFields contestedFields, UserReader users, PovQueueReader povQueues, StageAgingReader agings, RepeatedTextsReader repeatedTexts, Surroundings surroundings, ScoreHistories scores)
{
    private UserDirectory? directory;
    private PovQueue? povQueue;
    private StageAging? aging;
    private RepeatedTexts? repeated;

    /// <summary>The context of each deal of the page, in the page's order, the tasks that the journal knows of it, and the version that was decided last.</summary>
    public async Task<IReadOnlyList<(DealContext Context, Plans.KnownTasks Tasks, DateTimeOffset? LastVersion, Plans.KnownScores Scores)>> OfAsync(
        OrgSession org, IReadOnlyList<Opportunity> page, DateOnly today, CancellationToken cancellationToken)
    {
        var memories = await journal.RememberAsync(org.Id, page, org.Policy.Fields, cancellationToken);
        var stages = await StageHistoriesAsync([.. page.Where(opportunity => NeedsHistory(opportunity, memories[opportunity.Id])).Select(opportunity => opportunity.Id)], cancellationToken);
        if (directory is null && page.Any(NeedsUsers))
            directory = await users.ReadDirectoryAsync(cancellationToken);
        var contested = await contestedFields.OfAsync(org, page, memories, cancellationToken);
        aging ??= await agings.OfAsync(org, today, cancellationToken);
        repeated ??= await repeatedTexts.OfAsync(org, today, cancellationToken);
        povQueue ??= await povQueues.ReadAsync(org, today, cancellationToken);
        var remembered = page.Select(opportunity => Remembered(memories[opportunity.Id]) with
        {
            Today = today,
            ServiceUser = org.Identity.UserId,
            StageHistory = memories[opportunity.Id].StageHistory ?? stages.GetValueOrDefault(opportunity.Id),
            Users = directory,
            PovQueue = povQueue,
            Aging = aging,
            RepeatedTexts = repeated?.On(opportunity),
            Contested = contested.GetValueOrDefault(opportunity.Id) ?? [],
        }).ToList();
        List<(Opportunity, DealMemory)> seen = [.. page.Select(opportunity => (opportunity, memories[opportunity.Id]))];
        var contexts = await scores.AddAsync(org, seen, await surroundings.AddAsync(org, seen, remembered, cancellationToken), cancellationToken);
        return [.. page.Zip(contexts, (opportunity, known) => (known.Context, memories[opportunity.Id].KnownTasks, memories[opportunity.Id].LastVersion, known.Scores))];
    }

    private static DealContext Remembered(DealMemory memory) => new()
    {
        Today = default,
        ScoreHistory = memory.ScoreHistory,
        FieldHistory = memory.FieldHistory,
        DeferredSince = memory.DeferredSince,
        LastCorrection = memory.LastCorrection,
        Episodes = memory.TaskEpisodes,
    };

    /// <summary>Open deals whose history is not remembered with the version that was read, and does not come with the record.</summary>
    private static bool NeedsHistory(Opportunity opportunity, DealMemory memory) =>
        opportunity.IsClosed != true && memory.StageHistory is null && opportunity.StageHistory is null;

    private static bool NeedsUsers(Opportunity opportunity) =>
        opportunity.IsClosed != true && (opportunity.OwnerIsActive == false || opportunity.ForecastHold is not null);

    private async Task<Dictionary<SalesforceId, IReadOnlyList<StageEntry>>> StageHistoriesAsync(IReadOnlyList<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var rows = ids.ToDictionary(id => id, _ => new List<StageEntry>());
        if (ids.Count > 0)
        {
            await foreach (var row in histories.ReadAsync(ids, cancellationToken))
                rows[row.OpportunityId].Add(new StageEntry(row.StageName, row.CreatedDate, row.CreatedById));
        }

        return rows.ToDictionary(pair => pair.Key, pair => StageHistories.FromRows(pair.Value));
    }
}
