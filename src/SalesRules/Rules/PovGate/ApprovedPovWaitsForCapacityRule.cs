using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// An approved POV that has not started waits in a queue by total, then amount, then id, while the running ones fill the
/// policy's capacity (choice). Source: M "releasing SE hours on POV requests"; catalogue section 3.
/// </summary>
public sealed class ApprovedPovWaitsForCapacityRule : IRule
{
    public const string RuleId = "pov.capacity";

    public string Id => RuleId;

    public string Condition => "the POV is approved and has not started, and the running ones fill the capacity, overall or that of its SE";

    public bool CountsForRisk => true;

    public string Weighs => "info";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.capacity", "pov.capacity-per-se"];

    public IReadOnlyList<string> Needs { get; } = [.. Pillars.ScoreFields, "POV_Start__c"];

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads { get; } = [.. Gate.RestsOn, "Amount"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Policy.Pov is { Capacity: null, CapacityPerSe: null } || !Waits(deal))
            return RuleOutcome.Clear;
        if (deal.Context.PovQueue is not { } queue)
            return RuleOutcome.NotRun;
        return queue.PlaceOf(deal.Opportunity.Id) is null ? RuleOutcome.Clear : new Finding(Id, Severity.Info, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var queue = deal.Context.PovQueue!;
        return new Explanation
        {
            Message = $"The POV is approved and waits for SE capacity: place {queue.PlaceOf(deal.Opportunity.Id)} of {queue.Length}.",
            Evidence = [deal.Saw("POV_Start__c", FieldValue.Of("a free place"))],
        };
    }

    /// <summary>Approved, with or without conditions, and not yet started.</summary>
    internal static bool Waits(Deal deal) =>
        deal.Gate is { State: not GateState.Deferred } && !(deal.Opportunity.PovStart <= deal.Context.Today);

    /// <summary>Running: started, and the deal has not moved past pov.</summary>
    internal static bool Runs(Deal deal) =>
        deal.Gate is not null && deal.Opportunity.PovStart <= deal.Context.Today && !deal.IsPast(StageType.Pov);
}
