using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Forecast;
using SalesRules.Rules.Overrides;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// One opportunity with its context and policy, and what several rules derive from them, derived once: stage, motion, scores,
/// ceiling, hold and gate. This is what every rule is asked about.
/// </summary>
public sealed class Deal
{
    public Deal(Opportunity opportunity, DealContext context, Policy policy)
    {
        Opportunity = opportunity;
        Context = context;
        Policy = policy;
        Stage = policy.Stages.Find(opportunity.StageName);
        Motion = policy.Motions.Find(opportunity.Type) ?? policy.Motions.Otherwise;
        IsOpen = !(opportunity.IsClosed ?? Stage?.IsClosed ?? false);
        Scores = CurrentScores(opportunity, context.InheritedPillars);
        Ceiling = ForecastCeiling.Of(Scores, policy.Forecast);
        Hold = ForecastHold.Of(opportunity, context, policy.Overrides);
        Gate = Rules.PovGate.Gate.Of(this);
    }

    public Opportunity Opportunity { get; }

    public DealContext Context { get; }

    public Policy Policy { get; }

    /// <summary>The stage as the policy maps it; null when the record has none or the policy does not know it.</summary>
    public Stage? Stage { get; }

    public Motion Motion { get; }

    public bool IsOpen { get; }

    /// <summary>The scores that count: inherited ones are unscored.</summary>
    public MiqlScores Scores { get; }

    /// <summary>The highest category that the evidence allows.</summary>
    public ForecastCategory Ceiling { get; }

    public ForecastHold Hold { get; }

    /// <summary>The POV gate's view; null where the gate does not apply, or where the stage is not known.</summary>
    public Gate? Gate { get; }

    /// <summary>The stages that the deal went through; null when unknown.</summary>
    public IReadOnlyList<StageEntry>? StageHistory => Context.StageHistory ?? Opportunity.StageHistory;

    /// <summary>Whether the deal stands in a stage of type pov; false where the stage is not known.</summary>
    public bool IsInPov => Stage?.Type == StageType.Pov;

    public bool IsBy(StageType type) => Stage is { } stage && Policy.Stages.IsBy(stage, type);

    public bool IsPast(StageType type) => Stage is { } stage && Policy.Stages.IsPast(stage, type);

    /// <summary>The org's name of a catalogue field, for evidence, fixes and changes.</summary>
    public string NameOf(string catalogueName) => Policy.Fields.NameOf(OpportunityFields.Get(catalogueName)) ?? catalogueName;

    /// <summary>A value that a rule saw, under the org's name of the field.</summary>
    public Evidence Saw(string catalogueName, FieldValue needs)
    {
        var field = OpportunityFields.Get(catalogueName);
        return new Evidence(Policy.Fields.NameOf(field) ?? catalogueName, field.ValueOf(Opportunity), needs);
    }

    private static MiqlScores CurrentScores(Opportunity opportunity, IReadOnlySet<Pillar> inherited)
    {
        if (inherited.Count == 0)
            return MiqlScores.Of(opportunity);
        int? Current(Pillar pillar) => inherited.Contains(pillar) ? null : opportunity.Score(pillar).Points;
        return new MiqlScores(Current(Pillar.Outcome), Current(Pillar.Maps), Current(Pillar.Insight), Current(Pillar.Quantify), Current(Pillar.Leadership));
    }
}
