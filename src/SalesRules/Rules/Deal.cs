using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Forecast;
using SalesRules.Rules.Overrides;
using SalesRules.Rules.PovGate;
using SalesRules.Rules.Stages;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// One opportunity with its context and policy, and what several rules derive from them, derived once: stage, motion, scores,
/// ceiling, hold and gate. This is what every rule is asked about, and later, if somebody reads it, for its reasons.
/// </summary>
public sealed class Deal : IExplainer
{
    // Worked out when first asked for: several rules ask. Whoever asks at the same time works out the same.
    private LastMove? lastMove;

    public Deal(Opportunity opportunity, DealContext context, Policy policy)
    {
        Opportunity = opportunity;
        Context = context;
        Policy = policy;
        Stage = policy.Stages.Find(opportunity.StageName);
        var motion = policy.Motions.Find(opportunity.Type);
        HasMappedMotion = motion is not null;
        Motion = motion ?? policy.Motions.Otherwise;
        Category = opportunity.Category;
        IsOpen = !(opportunity.IsClosed ?? Stage?.IsClosed ?? false);
        RecordedScores = MiqlScores.Of(opportunity);
        Scores = CurrentScores(context.InheritedPillars);
        Ceiling = ForecastCeiling.Of(Scores, policy.Forecast);
        Hold = ForecastHold.Of(opportunity, context, policy.Overrides);
        Gate = Rules.PovGate.Gate.Of(this);
    }

    public Opportunity Opportunity { get; }

    public DealContext Context { get; }

    public Policy Policy { get; }

    /// <summary>The stage as the policy maps it; null when the record has none or the policy does not know it.</summary>
    public Stage? Stage { get; }

    /// <summary>The kind of sale; the policy's default where the type means none to it.</summary>
    public Motion Motion { get; }

    public bool HasMappedMotion { get; }

    /// <summary>The category as it stands on the record; null when empty or none of the six.</summary>
    public ForecastCategory? Category { get; }

    public bool IsOpen { get; }

    /// <summary>The scores as they stand on the record.</summary>
    public MiqlScores RecordedScores { get; }

    /// <summary>The scores that count: inherited ones are unscored.</summary>
    public MiqlScores Scores { get; }

    /// <summary>The highest category that the evidence allows.</summary>
    public ForecastCategory Ceiling { get; }

    public ForecastHold Hold { get; }

    /// <summary>The POV gate's view; null where the gate does not apply, or where the stage is not known.</summary>
    public Gate? Gate { get; }

    /// <summary>The stages that the deal went through; null when unknown.</summary>
    public IReadOnlyList<StageEntry>? StageHistory => Context.StageHistory ?? Opportunity.StageHistory;

    /// <summary>The deal's segment; null: unknown.</summary>
    public string? Segment => Policy.Segments.Of(Opportunity.Segment);

    /// <summary>The business date.</summary>
    public DateOnly Today => Context.Today;

    /// <summary>
    /// The business date on which the deal came into its stage, by its history or else by its last stage change; null: unknown.
    /// </summary>
    public DateOnly? StageEnteredOn => Moved.EnteredOn;

    /// <summary>The move by which the deal came into its stage; null: its history shows none, or ends in another stage than the one it stands in.</summary>
    internal StageMove? LastMove => Moved.Move;

    /// <summary>
    /// The day of the last activity of a person, else the day on which the deal was created; null: unknown.
    /// </summary>
    public DateOnly? LastActivityOn =>
        (Context.Activity is { } activity ? activity.LastOn : Opportunity.LastActivityDate) ?? (Opportunity.CreatedDate is { } created ? Policy.DayOf(created) : null);

    /// <summary>Whether the deal stands in a stage of type pov; false where the stage is not known.</summary>
    public bool IsInPov => Stage?.Type == StageType.Pov;

    public bool IsBy(StageType type) => Stage is { } stage && Policy.Stages.IsBy(stage, type);

    public bool IsPast(StageType type) => Stage is { } stage && Policy.Stages.IsPast(stage, type);

    /// <summary>The org's name of a catalogue field, for evidence, fixes and changes.</summary>
    public string NameOf(string catalogueName) => NameOf(OpportunityFields.Get(catalogueName));

    /// <inheritdoc cref="NameOf(string)"/>
    public string NameOf(OpportunityField field) => Policy.Fields.NameOf(field) ?? field.ApiName;

    /// <summary>A value that a rule saw, under the org's name of the field.</summary>
    public Evidence Saw(string catalogueName, FieldValue needs) => Saw(OpportunityFields.Get(catalogueName), needs);

    /// <inheritdoc cref="Saw(string, FieldValue)"/>
    public Evidence Saw(OpportunityField field, FieldValue needs) => new(NameOf(field), field.ValueOf(Opportunity), needs);

    /// <summary>The scores of those pillars as a rule saw them.</summary>
    public IReadOnlyList<Evidence> SawScores(PillarSet pillars, FieldValue needs) => Saw(pillars, OpportunityFields.ScoreOf, needs);

    /// <summary>What is noted as evidence of those pillars, as a rule saw it.</summary>
    public IReadOnlyList<Evidence> SawEvidence(PillarSet pillars, FieldValue needs) => Saw(pillars, OpportunityFields.EvidenceOf, needs);

    private Evidence[] Saw(PillarSet pillars, Func<Pillar, OpportunityField> field, FieldValue needs)
    {
        var seen = new Evidence[pillars.Count];
        for (var index = 0; index < seen.Length; index++)
            seen[index] = Saw(field(pillars[index]), needs);
        return seen;
    }

    public Explanation Explain(string rule)
    {
        var own = RuleBook.Find(rule, Policy)!.Explain(this);
        return Policy.TextOf(rule) is { } text ? own.Saying(message => text.For(this, message)) : own;
    }

    private LastMove Moved => lastMove ??= Stages.LastMove.Of(this);

    private MiqlScores CurrentScores(IReadOnlySet<Pillar> inherited)
    {
        if (inherited.Count == 0)
            return RecordedScores;
        int? Current(Pillar pillar) => inherited.Contains(pillar) ? null : RecordedScores[pillar];
        return new MiqlScores(Current(Pillar.Outcome), Current(Pillar.Maps), Current(Pillar.Insight), Current(Pillar.Quantify), Current(Pillar.Leadership));
    }
}
