using SalesRules.Journal;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.PovGate;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Gathers what decisions need beyond the records: the journal's memory of each deal, stage histories where the POV gate asks
/// for them, users where an override or an inactive owner does, the queue where POVs are limited. A handful of calls a page, none for a deal by itself.
/// </summary>
internal sealed class DealContexts(RunJournal journal, OpportunityHistoryReader histories, ContestedFields contestedFields, UserReader users, PovQueueReader povQueues)
{
    private UserDirectory? directory;
    private PovQueue? povQueue;

    /// <summary>The context of each deal of the page, in the page's order, the tasks that the journal knows of it, and the version that was decided last.</summary>
    public async Task<IReadOnlyList<(DealContext Context, Plans.KnownTasks Tasks, DateTimeOffset? LastVersion)>> OfAsync(
        OrgSession org, IReadOnlyList<Opportunity> page, DateOnly today, CancellationToken cancellationToken)
    {
        var memories = await journal.RememberAsync(org.Id, page, org.Policy.Fields, cancellationToken);
        var stages = await StageHistoriesAsync([.. page.Where(opportunity => NeedsHistory(opportunity, org.Policy)).Select(opportunity => opportunity.Id)], cancellationToken);
        if (directory is null && page.Any(NeedsUsers))
            directory = await ReadDirectoryAsync(cancellationToken);
        var contested = await contestedFields.OfAsync(org, page, memories, cancellationToken);
        povQueue ??= await povQueues.ReadAsync(org, today, cancellationToken);
        return
        [
            .. page.Select(opportunity =>
            {
                var memory = memories[opportunity.Id];
                var context = new DealContext
                {
                    Today = today,
                    StageHistory = stages.GetValueOrDefault(opportunity.Id),
                    Users = directory,
                    PovQueue = povQueue,
                    ScoreHistory = memory.ScoreHistory,
                    DeferredSince = memory.DeferredSince,
                    LastCorrection = memory.LastCorrection,
                    Contested = contested.GetValueOrDefault(opportunity.Id) ?? [],
                    Episodes = memory.TaskEpisodes,
                };
                return (context, memory.KnownTasks, memory.LastVersion);
            }),
        ];
    }

    /// <summary>Deals in pov or past it without an approval on record: where they came from decides where they go.</summary>
    private static bool NeedsHistory(Opportunity opportunity, Policy policy) =>
        opportunity is { PovApprovedOn: null, IsClosed: not true }
        && policy.Stages.Find(opportunity.StageName) is { } stage
        && policy.Stages.Has(StageType.Pov)
        && policy.Stages.IsBy(stage, StageType.Pov)
        && policy.Fields.Has(Gate.ApprovalField);

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

    private async Task<UserDirectory> ReadDirectoryAsync(CancellationToken cancellationToken)
    {
        var all = new List<User>();
        await foreach (var user in users.ReadAsync(cancellationToken))
            all.Add(user.ToUser());
        return new UserDirectory(all);
    }
}
