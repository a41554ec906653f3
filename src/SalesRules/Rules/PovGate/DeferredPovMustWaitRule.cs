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

    public bool CountsForRisk => true;

    public IReadOnlyList<string> Needs => Gate.Needs;

    public bool NeedsStage => true;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { State: GateState.Deferred, OnRecord: false } gate)
            return RuleOutcome.Clear;
        return new Finding
        {
            Rule = Id,
            Severity = deal.IsInPov || gate.IsRequested ? Severity.High : Severity.Info,
            Message = $"POV deferred: {string.Join("; ", gate.Scores.Missed.Select(part => Shortfall(deal, part)))}.",
            Evidence = [.. gate.Scores.Missed.SelectMany(part => EvidenceOf(deal, part))],
            Fix = ScoreFix.For(deal, GateScores.Clearing),
            Tasks = [.. gate.Scores.Missed.Select(part => new TaskPart(part, WorkFor(deal, part)))],
        };
    }

    private static string Shortfall(Deal deal, string part) => part switch
    {
        GateScores.TotalPart => $"the total is {deal.Scores.Total}, the gate needs {GateScores.ConditionsTotal}",
        GateScores.UnscoredPart => $"{Sentences.Join(deal.Scores.Lowest.Select(pillar => pillar.Name()))} not scored",
        _ when PillarOf(part) == Pillar.Maps => "Maps is 0, the gate needs 1, or Leadership 2",
        _ => $"{PillarOf(part)} is {deal.Scores[PillarOf(part)]}, the gate needs 2",
    };

    private static IEnumerable<Evidence> EvidenceOf(Deal deal, string part) => part switch
    {
        GateScores.TotalPart => [new Evidence("MIQL_Total__c", FieldValue.Of((decimal?)deal.Scores.Total), FieldValue.Of((decimal)GateScores.ConditionsTotal))],
        GateScores.UnscoredPart => deal.Scores.Lowest.Select(pillar => deal.Saw(pillar.ScoreField(), FieldValue.Of("0, 1 or 2"))),
        _ => [deal.Saw(PillarOf(part).ScoreField(), FieldValue.Of(PillarOf(part) == Pillar.Maps ? 1m : 2m))],
    };

    private static string WorkFor(Deal deal, string part) => part switch
    {
        GateScores.TotalPart => deal.Policy.Pov.TotalWork,
        GateScores.UnscoredPart => deal.Policy.Pov.ScoreWork,
        _ => deal.Policy.Pov.Work[PillarOf(part)],
    };

    private static Pillar PillarOf(string letter) => Pillars.All.First(pillar => pillar.Letter() == letter);
}
