using SalesRules.Journal.Database;
using SalesRules.Journal.Deals;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Pages;

/// <summary>
/// What one decision adds to the journal's memory of its deal: the deal's row as it will stand, and the rows of its history.
/// Pure: what was remembered and what was decided come in, rows come out.
/// </summary>
internal sealed class DealLedger
{
    private const string Deferred = "Deferred";

    private readonly PageContext context;
    private readonly PlannedDecision decided;
    private readonly DealRow? before;
    private readonly PillarMemory[] pillarsBefore;
    private readonly Sight sight;
    private readonly string changedAt;

    /// <param name="told">What people are told of the deal with this decision.</param>
    public DealLedger(PageContext context, PlannedDecision decided, DealRow? before, string told)
    {
        this.context = context;
        this.decided = decided;
        this.before = before;
        changedAt = Stored.Text(decided.Opportunity.SystemModstamp) ?? context.DecidedAt;
        pillarsBefore = before is null ? PillarMemory.None() : PillarMemory.ListOf(before.Scores);
        sight = Sight.Of(before, decided.Opportunity, context.Policy.Fields, context.DecidedAt);
        Deal = Remembered() with { Told = told, OpenAmount = decided.Standing.Decision.IsOpen ? Stored.Text(decided.Standing.Corrected.Amount) : null };
        IsNewDecision = before?.DecisionId != decided.Standing.Id;
        IsGranted = decided.Decision.Pov is { IsGranted: true };
        // An approval takes a revision of its own even where the decision was known: it may be made again after a refused write.
        if (Deal with { Modstamp = before?.Modstamp, DeletedAt = before?.DeletedAt, Told = before?.Told, OpenAmount = before?.OpenAmount } != before || IsGranted)
            Deal = Deal with { Revision = Deal.Revision + 1 };
    }

    /// <summary>The deal's row; equal to the one before when there is nothing new to remember.</summary>
    public DealRow Deal { get; }

    public bool IsNewDecision { get; }

    public bool IsGranted { get; }

    /// <summary>A row for each pillar that is seen for the first time or changed.</summary>
    public IEnumerable<ScoreChangeRow> ScoreChanges() =>
        from pillar in Pillars.All
        let was = pillarsBefore[(int)pillar]
        let now = sight.Pillars[(int)pillar]
        where was != now
        let scoreChanged = was.Score is not null && was.Score != now.Score
        let evidenceChanged = was.Evidence is not null && was.Evidence != now.Evidence
        select new ScoreChangeRow
        {
            OrgId = context.OrgId,
            OpportunityId = Deal.OpportunityId,
            Pillar = pillar.ToString(),
            Revision = Deal.Revision,
            RunId = context.RunId,
            Score = now.Score ?? "null",
            Evidence = decided.Opportunity.Evidence(pillar),
            ScoreChanged = scoreChanged,
            EvidenceChanged = evidenceChanged,
            ChangedAt = scoreChanged || evidenceChanged ? changedAt : null,
            SeenAt = context.DecidedAt,
            ScoredBy = decided.Opportunity.ScoredBy?.Value,
            Stage = decided.Opportunity.StageName,
            Category = decided.Opportunity.ForecastCategoryName,
        };

    /// <summary>The approval that the decision makes: from the scores in force now.</summary>
    public ApprovalRow Approval() => new()
    {
        OrgId = context.OrgId,
        OpportunityId = Deal.OpportunityId,
        Revision = Deal.Revision,
        RunId = context.RunId,
        ApprovedAt = context.DecidedAt,
        State = decided.Decision.Pov!.State,
        Path = decided.Decision.Pov.Path!,
        Outcome = decided.Decision.Miql.Outcome!.Value,
        Maps = decided.Decision.Miql.Maps!.Value,
        Insight = decided.Decision.Miql.Insight!.Value,
        Quantify = decided.Decision.Miql.Quantify!.Value,
        Leadership = decided.Decision.Miql.Leadership!.Value,
        FirstSeen = before is not { SeenBeforePov: true },
    };

    private DealRow Remembered()
    {
        var opportunity = decided.Opportunity;
        var remembered = before ?? new DealRow { OrgId = context.OrgId, OpportunityId = opportunity.Id.Value, FirstSeenAt = context.DecidedAt };
        remembered = remembered with
        {
            DecisionId = decided.Standing.Id,
            SeenBeforePov = remembered.SeenBeforePov || IsBeforePov(),
            DeferredSince = DeferredSince(remembered.DeferredSince),
            Modstamp = Stored.Text(opportunity.SystemModstamp),
            // Whoever is read lives: taken out of the recycle bin, if it was there.
            DeletedAt = null,
            Scores = before is not null && sight.Pillars.SequenceEqual(pillarsBefore) ? before.Scores : PillarMemory.Text(sight.Pillars),
            Fields = sight.Fields.Text(),
            Stages = decided.Context.StageHistory is { } stages ? StageMemory.Text(stages) : remembered.Stages is { } known && sight.IsSameVersion ? known : null,
        };
        // Somebody has set another category since: our correction no longer stands.
        return remembered.CorrectionTo is { } to && to != opportunity.ForecastCategoryName
            ? remembered with { CorrectionTo = null, CorrectionProbability = null }
            : remembered;
    }

    /// <summary>While nothing is known of the gate, a deferral goes on.</summary>
    private string? DeferredSince(string? remembered) => decided.Decision.Pov switch
    {
        { State: Deferred } => remembered ?? Stored.Text(decided.Decision.AsOf),
        null when !Gate.IsKnown(context.Policy.Drift) => remembered,
        _ => null,
    };

    private bool IsBeforePov() =>
        context.Policy.Stages.Find(decided.Opportunity.StageName) is { } stage && !context.Policy.Stages.IsBy(stage, StageType.Pov);
}
