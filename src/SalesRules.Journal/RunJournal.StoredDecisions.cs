using System.Runtime.CompilerServices;
using SalesRules.Journal.History;
using SalesRules.Journal.Pages;

namespace SalesRules.Journal;

/// <summary>The decisions that the journal keeps, with all that they were made from.</summary>
public sealed partial class RunJournal
{
    private const int StoredPage = 500;

    /// <summary>The stored decisions, deal by deal and each deal's oldest first. Holds one page in memory.</summary>
    public async IAsyncEnumerable<StoredDecision> StoredDecisionsAsync(DecisionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<DecisionRow> page = [];
        do
        {
            page = await StoredPageAsync(filter, page.Count == 0 ? new DecisionRow() : page[^1], cancellationToken);
            foreach (var row in page)
                yield return HistoryEntries.WholeOf(row);
        }
        while (page.Count == StoredPage);
    }

    /// <summary>The org that was worked on last; null: the journal has seen none.</summary>
    public Task<string?> LastOrgAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        statements => statements.FindAsync<string>("select org_id from runs order by started_at desc, run_id desc limit 1"), cancellationToken);

    private Task<IReadOnlyList<DecisionRow>> StoredPageAsync(DecisionFilter filter, DecisionRow after, CancellationToken cancellationToken) => database.ReadAsync(
        statements => statements.QueryAsync<DecisionRow>(
            $"""
            select d.*, r.program from decisions d left join runs r on r.org_id = d.org_id and r.run_id = d.run_id
            where (d.org_id, d.opportunity_id, d.revision) > (@OrgId, @OpportunityId, @Revision)
                {(filter.OrgId is null ? "" : "and d.org_id = @org")} {(filter.Run is null ? "" : "and d.run_id = @run")}
                {(filter.Opportunity is null ? "" : "and d.opportunity_id = @deal")} {(filter.DecisionId is null ? "" : "and d.decision_id = @decision")}
                {(filter.OnlyLiving ? "and not exists (select 1 from deals gone where gone.org_id = d.org_id and gone.opportunity_id = d.opportunity_id and gone.deleted_at is not null)" : "")}
            order by d.org_id, d.opportunity_id, d.revision limit @StoredPage
            """,
            new { after.OrgId, after.OpportunityId, after.Revision, org = filter.OrgId, run = filter.Run?.Value, deal = filter.Opportunity?.Value, decision = filter.DecisionId, StoredPage }),
        cancellationToken);
}
