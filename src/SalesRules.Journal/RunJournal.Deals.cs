using SalesRules.Journal.Database;
using SalesRules.Journal.Deals;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>What the next decisions need to remember.</summary>
public sealed partial class RunJournal
{
    internal const string DealsById = "select * from deals where org_id = @orgId and opportunity_id in (@ids)";
    internal const string TasksByDeal = "select * from tasks where org_id = @orgId and opportunity_id in (@ids)";

    private const string CorrectionsByDeal =
        """
        select * from writes where org_id = @orgId and opportunity_id in (@ids) and state = 'confirmed' and correction_to is not null
        order by planned_at, run_id, attempt
        """;

    /// <summary>What is remembered of each of the deals; <see cref="DealMemory.Nothing"/> for one never seen. Four queries, however many ids.</summary>
    public Task<IReadOnlyDictionary<SalesforceId, DealMemory>> RememberAsync(string orgId, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken = default) =>
        RememberAsync(orgId, ids, (_, _) => null, cancellationToken);

    /// <summary>
    /// The same for deals that have just been read: a score that has changed since they were last seen is part of the memory already.
    /// Were it not, the next decision would know more than this one, and a second run on unchanged data would write.
    /// </summary>
    public Task<IReadOnlyDictionary<SalesforceId, DealMemory>> RememberAsync(
        string orgId, IReadOnlyCollection<Opportunity> seen, FieldMap fields, CancellationToken cancellationToken = default)
    {
        var now = seen.ToDictionary(opportunity => opportunity.Id);
        return RememberAsync(orgId, now.Keys, (id, deal) => Sight.Of(deal, now[id], fields, Now), cancellationToken);
    }

    private Task<IReadOnlyDictionary<SalesforceId, DealMemory>> RememberAsync(
        string orgId, IReadOnlyCollection<SalesforceId> ids, Func<SalesforceId, DealRow?, Sight?> see, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<SalesforceId, DealMemory>>(
            async statements =>
            {
                var given = new { orgId, ids = statements.List(ids) };
                var deals = (await statements.QueryAsync<DealRow>(DealsById, given)).ToDictionary(row => row.OpportunityId, StringComparer.Ordinal);
                var tasks = (await statements.QueryAsync<TaskRow>(TasksByDeal, given)).ToLookup(row => row.OpportunityId, StringComparer.Ordinal);
                var corrections = (await statements.QueryAsync<WriteRow>(CorrectionsByDeal, given)).ToLookup(row => row.OpportunityId, StringComparer.Ordinal);
                var scores = (await statements.QueryAsync<ScoreRowRow>(ScoreRowRow.OfDeals, given)).ToLookup(row => row.OpportunityId, StringComparer.Ordinal);
                return ids.Distinct().ToDictionary(id => id, id => Memory(deals.GetValueOrDefault(id.Value), [.. tasks[id.Value]], corrections[id.Value], deal => see(id, deal)).With(Known([.. scores[id.Value]])));
            },
            cancellationToken);

    private static DealMemory Memory(DealRow? deal, IReadOnlyList<TaskRow> tasks, IEnumerable<WriteRow> corrections, Func<DealRow?, Sight?> see)
    {
        var sight = see(deal);
        var memory = sight is null ? DealMemory.Nothing : new DealMemory { FieldHistory = sight.Fields.History() };
        if (tasks.Count > 0)
            memory = memory with { KnownTasks = TaskMemory.Known(tasks), TaskEpisodes = TaskMemory.Episodes(tasks), OwnActivityDays = TaskMemory.OwnActivityDays(tasks) };
        if (deal is null)
            return memory;
        var scores = PillarMemory.History(sight?.Pillars ?? PillarMemory.ListOf(deal.Scores));
        return memory with
        {
            DecisionId = deal.DecisionId,
            LastVersion = Stored.InstantOrNull(deal.Modstamp),
            DeletedAt = Stored.InstantOrNull(deal.DeletedAt),
            DeferredSince = Stored.DateOrNull(deal.DeferredSince),
            LastCorrection = deal.LastCorrection,
            ScoreHistory = scores,
            StageHistory = sight is { IsSameVersion: true } && deal.Stages is { } stages ? sight.StillTrue(StageMemory.Read(stages)) : null,
            Seeded = deal.Seeded is { } seeded ? WrittenPillars.Read(seeded).ToSeeded() : null,
            Corrections = RepeatedCorrection.Of(corrections, scores),
        };
    }

    /// <summary>A row that may have gone out is one of them: its number is taken.</summary>
    private static KnownScores Known(IReadOnlyList<ScoreRowRow> rows) => rows.Count == 0 ? KnownScores.NotAsked : KnownScores.Of([.. rows.Select(row => row.ToRow())]);
}
