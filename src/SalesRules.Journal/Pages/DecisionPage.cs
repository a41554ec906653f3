using System.Text.Json;
using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Journal.Alerts;
using SalesRules.Journal.Database;
using SalesRules.Journal.Deals;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Pages;

/// <summary>One page of decisions on its way into the journal: three queries for what is known, a fourth where a record carries what is not, then the rows that are new.</summary>
internal sealed class DecisionPage : IDisposable
{
    private readonly PageContext context;
    private readonly OpportunityJsonWriter snapshots;
    private readonly JsonText json = new();
    private readonly PageRows rows = new();
    private readonly string drift;

    private DecisionPage(PageContext context)
    {
        this.context = context;
        snapshots = new OpportunityJsonWriter(context.Policy.Fields);
        drift = json.Of(context.Policy.Drift, SchemaDriftJson.Write);
    }

    public static async Task<int> JournalAsync(JournalSession session, PageContext context, IReadOnlyList<PlannedDecision> decisions)
    {
        var given = new { orgId = context.OrgId, runId = context.RunId, ids = session.List(decisions.Select(decided => decided.Opportunity.Id)) };
        var deals = (await session.QueryAsync<DealRow>(RunJournal.DealsById, given)).ToDictionary(row => row.OpportunityId, StringComparer.Ordinal);
        var tasks = (await session.QueryAsync<TaskRow>(RunJournal.TasksByDeal, given)).ToLookup(row => row.OpportunityId, StringComparer.Ordinal);
        var attempts = (await session.QueryAsync<string>(WriteRow.OfRunById, given)).CountBy(id => id).ToDictionary(StringComparer.Ordinal);

        var forgotten = await ForgottenAsync(session, context.OrgId, decisions, deals);

        // Decided again before it went out: the newer decision takes the place of the older one's write.
        await session.ExecuteAsync(WriteRow.AbandonPlanned, new { given.orgId, given.ids, now = context.DecidedAt });
        await session.ExecuteAsync(ScoreRowRow.AbandonPlanned, new { given.orgId, given.ids, now = context.DecidedAt });
        using var page = new DecisionPage(context);
        foreach (var decided in decisions)
        {
            var id = decided.Opportunity.Id.Value;
            page.Add(decided, deals.GetValueOrDefault(id), [.. tasks[id]], attempts.GetValueOrDefault(id) + 1, forgotten.Contains(decided.Opportunity.Id));
        }

        await page.rows.SaveAsync(session);
        return page.rows.Decisions.Count;
    }

    public void Dispose() => json.Dispose();

    /// <summary>
    /// The deals that carry a decision which this journal never made: it was restored from a backup that is older than they are. What such a
    /// decision had to tell was told.
    /// </summary>
    private static async Task<HashSet<SalesforceId>> ForgottenAsync(
        JournalSession session, string orgId, IReadOnlyList<PlannedDecision> decisions, Dictionary<string, DealRow> deals)
    {
        var others = decisions.Select(decided => decided.Opportunity)
            .Where(deal => deal.WrittenDecision is { } written && written != deals.GetValueOrDefault(deal.Id.Value)?.DecisionId).ToList();
        if (others.Count == 0)
            return [];
        var made = await session.QueryAsync<string>(DecisionRow.IdsOfDeals, new { orgId, ids = session.List(others.Select(deal => deal.Id)) });
        var known = made.ToHashSet(StringComparer.Ordinal);
        return [.. others.Where(deal => !known.Contains(deal.WrittenDecision!)).Select(deal => deal.Id)];
    }

    private void Add(PlannedDecision decided, DealRow? before, IReadOnlyList<TaskRow> tasks, int attempt, bool isForgotten)
    {
        var (told, alerts) = DealTellings.Of(context, decided, before, isForgotten);
        rows.Alerts.AddRange(alerts.Select(alert => AlertRow.Of(context.OrgId, context.RunId, alert, context.Now)));
        var ledger = new DealLedger(context, decided, before, json.Of(told, DealAlertStateJson.Write));
        if (ledger.Deal != before)
            rows.Deals.Add(ledger.Deal);
        if (ledger.IsNewDecision)
            rows.Decisions.Add(DecisionOf(decided, ledger.Deal.Revision));
        rows.ScoreChanges.AddRange(ledger.ScoreChanges());
        if (ledger.IsGranted)
            rows.Approvals.Add(ledger.Approval());
        if (!decided.Planned.IsEmpty)
            rows.Writes.Add(WriteOf(decided, attempt));
        rows.Tasks.AddRange(TaskChanges.Of(context, decided, tasks));
        if (decided.Scores is { IsFresh: true, Last: { } found } known)
            rows.Scores.Add(ScoreOf(decided, found, known.LastNumber, ScoreRowState.Confirmed, runId: null));
        if (decided.Planned.NewScore is { } wanted)
            rows.Scores.Add(ScoreOf(decided, wanted, wanted.Number, ScoreRowState.Planned, context.RunId));
    }

    private ScoreRowRow ScoreOf(PlannedDecision decided, ScoreRow row, int place, ScoreRowState state, string? runId) => new()
    {
        OrgId = context.OrgId,
        ScoreKey = row.Key,
        OpportunityId = decided.Opportunity.Id.Value,
        Content = json.Of(row, ScoreRowJson.Write),
        Place = place,
        Inherited = row.IsInherited,
        Status = state,
        RunId = runId,
        ChangedAt = context.DecidedAt,
    };

    private DecisionRow DecisionOf(PlannedDecision decided, int revision) => new()
    {
        OrgId = context.OrgId,
        OpportunityId = decided.Opportunity.Id.Value,
        Revision = revision,
        RunId = context.RunId,
        DecisionId = decided.Standing.Id,
        PolicyHash = decided.Decision.PolicyHash,
        AsOf = Stored.Text(decided.Decision.AsOf),
        DecidedAt = context.DecidedAt,
        Standing = json.Of(decided.Standing.Decision, DecisionJson.Write),
        Decision = decided.Decision.Changes.Count == 0 ? null : json.Of(decided.Decision, DecisionJson.Write),
        Snapshot = json.Of(decided.Opportunity, snapshots.Write),
        Context = json.Of(decided, (writer, made) => DealContextJson.Write(writer, made.Opportunity, made.Context)),
        Drift = drift,
    };

    private WriteRow WriteOf(PlannedDecision decided, int attempt) => new()
    {
        OrgId = context.OrgId,
        RunId = context.RunId,
        OpportunityId = decided.Opportunity.Id.Value,
        Attempt = attempt,
        DecisionId = decided.Standing.Id,
        Record = json.Of(decided.Planned, (Action<Utf8JsonWriter, PlannedRecord>)PlannedRecordJson.Write),
        CorrectionTo = !StandingDecision.MovesTheForecast(decided.Decision, context.Policy.Fields) ? null : decided.Decision.Forecast.Proposed.Name(),
        PlannedAt = context.DecidedAt,
        Pillars = WrittenPillars.Text(decided.Planned, context.Policy.Fields, decided.Decision.AsOf),
    };
}
