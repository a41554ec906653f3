using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// The difference between what the rules want and what the record holds. Pure: no clock, no I/O. The decision about the record
/// as it is gives the corrections; the decision about the record as corrected gives everything that is written about it.
/// </summary>
public sealed class RecordPlan(RuleBook rules)
{
    private readonly FieldMap fields = rules.Policy.Fields;
    private readonly OwnedFields owned = new(rules);
    private readonly ScoreRowPlan scoreRows = new(rules.Policy);

    /// <summary>Decides one record and plans what follows from it.</summary>
    /// <param name="openTasks">The tasks that the journal knows of this deal in their present episodes, closed by people or open.</param>
    /// <param name="decidedAt">The run's instant, UTC.</param>
    /// <param name="scores">What is known of the deal's score history; null: nobody asked, and nothing is added to it.</param>
    public PlannedDecision Of(Opportunity opportunity, DealContext context, KnownTasks openTasks, DateTimeOffset decidedAt, KnownScores? scores = null)
    {
        var decision = rules.Decide(opportunity, context);
        var standing = StandingDecision.Of(rules, opportunity, context, decision, decidedAt);
        var changes = Corrections(decision).Concat(OwnedChanges(opportunity, standing, decision, context.Today, decidedAt)).ToList();
        var canWriteTasks = rules.Policy.Drift.Tasks is null;
        var planned = new PlannedRecord
        {
            Id = opportunity.Id,
            Name = opportunity.Name,
            Amount = opportunity.Amount,
            ReadAt = opportunity.SystemModstamp,
            DecisionId = standing.Id,
            Changes = changes,
            Keeps = Keeps(decision),
            Basis = [],
            NewTasks = canWriteTasks ? [.. standing.Decision.Tasks.Where(task => !openTasks.Knows(task.Key))] : [],
            ClearedTasks = canWriteTasks ? openTasks.ClearedBy(standing.Decision) : [],
            NewScore = scoreRows.Of(standing.Corrected, context, decision, scores ?? KnownScores.NotAsked),
        };
        if (!planned.IsEmpty)
            planned = planned with { Basis = DecisionBasis.Of(opportunity, fields) };
        return new PlannedDecision(opportunity, context, decision, standing, planned) { Scores = scores ?? KnownScores.NotAsked };
    }

    private static IEnumerable<PlannedChange> Corrections(Decision decision) =>
        decision.Changes.Select(change => new PlannedChange(change.Field, change.From, change.To, change.Rule, CorrectionReason.Sentence(decision, change)));

    private IEnumerable<PlannedChange> OwnedChanges(Opportunity opportunity, StandingDecision standing, Decision decision, DateOnly today, DateTimeOffset decidedAt)
    {
        var changed = owned.Of(standing, opportunity, CorrectionReason.Of(decision, today), decidedAt)
            .Where(value => fields.Has(value.Field) && !PlannedValues.Same(OpportunityFields.Get(value.Field).ValueOf(opportunity), value.Value)).ToList();
        var accepted = WriteGroups.Accepted(changed, rules.Policy.Drift).ToList();

        // While rules are stopped every decision reads otherwise than the one before: that alone is no reason to write to every deal.
        if (rules.Stopped.Count > 0 && decision.Changes.Count == 0 && accepted.All(value => WriteGroups.IsIdentity(value.Field)))
            return [];
        return accepted.Select(value => OwnedChange(OpportunityFields.Get(value.Field), opportunity, value.Value));
    }

    private PlannedChange OwnedChange(OpportunityField field, Opportunity opportunity, FieldValue value) =>
        new(fields.NameOf(field)!, field.ValueOf(opportunity), value, null, null);

    /// <summary>With a stage goes the category that the deal deserves, even where it stays: Salesforce would reset it (catalogue section 3).</summary>
    private List<Fix> Keeps(Decision decision)
    {
        var changed = decision.Changes.Select(change => fields.Find(change.Field)?.ApiName).ToList();
        return changed.Contains("StageName") && !changed.Contains("ForecastCategoryName")
            ? [new Fix(fields.NameOf(OpportunityFields.Get("ForecastCategoryName"))!, FieldValue.Of(decision.Forecast.Proposed.Name()))]
            : [];
    }
}

/// <summary>One record's whole way: what was read, what was known around it, what the rules said of it, what they say of it corrected, what is to be written.</summary>
public sealed record PlannedDecision(Opportunity Opportunity, DealContext Context, Decision Decision, StandingDecision Standing, PlannedRecord Planned)
{
    /// <summary>What was known of the deal's score history.</summary>
    public KnownScores Scores { get; init; } = KnownScores.NotAsked;
}
