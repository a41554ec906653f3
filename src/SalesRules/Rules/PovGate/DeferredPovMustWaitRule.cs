using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// Below the floors a POV waits until the work is done; the finding names each floor missed and the work that clears it.
/// High in pov or when a POV is asked for, else information. Source: M "Below the floors, the POV is deferred until the work is
/// done ... Deferral is not denial ... specific work to do to clear the floors".
/// </summary>
public sealed class DeferredPovMustWaitRule : IRule
{
    public string Id => "pov.deferred";

    public string Condition => "no approval is on record and the gate defers the POV: Outcome or Quantify below 2, Maps 0 without Leadership 2, a total under 6, or a pillar unscored";

    public bool CountsForRisk => true;

    public string Weighs => "high in pov or requested; info before";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.work"];

    public IReadOnlyList<string> Needs => Gate.Needs;

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool HandsOutTasks => true;

    public IReadOnlyList<string> Reads => Gate.RestsOn;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { State: GateState.Deferred, OnRecord: false } gate)
            return RuleOutcome.Clear;
        return new Finding(Id, deal.IsInPov || gate.IsRequested ? Severity.High : Severity.Info, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var missed = deal.Gate!.Scores.Missed;
        return new Explanation
        {
            Message = $"POV deferred: {string.Join("; ", missed.Select(part => Shortfall(deal, part)))}.",
            Evidence = [.. missed.SelectMany(part => EvidenceOf(deal, part))],
            Fix = ScoreFix.For(deal, GateScores.Clearing),
            Tasks = [.. missed.Select(part => new TaskPart(part, WorkFor(deal, part)))],
        };
    }

    private static string Shortfall(Deal deal, string part) => part switch
    {
        GateScores.TotalPart => $"the total is {deal.Scores.Total}, the gate needs {GateScores.ConditionsTotal}",
        GateScores.UnscoredPart => UnscoredPillars.Words(deal),
        _ when PillarOf(part) == Pillar.Maps => "Maps is 0, the gate needs 1, or Leadership 2",
        _ => $"{PillarOf(part).Label(deal.Motion)} is {deal.Scores[PillarOf(part)]}, the gate needs 2",
    };

    private static IReadOnlyList<Evidence> EvidenceOf(Deal deal, string part) => part switch
    {
        GateScores.TotalPart => [new Evidence("MIQL_Total__c", FieldValue.Of((decimal?)deal.Scores.Total), FieldValue.Of((decimal)GateScores.ConditionsTotal))],
        GateScores.UnscoredPart => UnscoredPillars.Saw(deal),
        _ => [deal.Saw(OpportunityFields.ScoreOf(PillarOf(part)), FieldValue.Of(PillarOf(part) == Pillar.Maps ? 1m : 2m))],
    };

    private static string WorkFor(Deal deal, string part) => part switch
    {
        GateScores.TotalPart => deal.Policy.Pov.TotalWork,
        GateScores.UnscoredPart => deal.Policy.Pov.ScoreWork,
        _ => deal.Policy.Pov.Work[PillarOf(part)],
    };

    private static Pillar PillarOf(string letter)
    {
        foreach (var pillar in Pillars.All)
        {
            if (pillar.Letter() == letter)
                return pillar;
        }

        throw new ArgumentException($"'{letter}' is no pillar's letter.", nameof(letter));
    }
}
