using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Policies;

namespace SalesRules.Alerts;

/// <summary>What happened to a deal between what people were told of it and what was decided now. Pure, and cheap where nothing did.</summary>
public static class Transitions
{
    /// <param name="before">Null: the deal was never seen. Then all that stands is new, but for its being closed: nobody knows since when.</param>
    /// <returns>What people will have been told, and what they are to be told now, each with the key of this very transition.</returns>
    public static (DealAlertState After, IReadOnlyList<Alert> Alerts) Of(DealAlertState? before, PlannedDecision decided, Policy policy)
    {
        var after = (before ?? DealAlertState.New).After(decided, policy);
        var raised = Between(before ?? new DealAlertState { IsClosed = after.IsClosed }, after).ToList();
        if (raised.Count == 0)
            return (after, []);
        var times = new Dictionary<AlertKind, int>(after.Raised);
        foreach (var kind in raised)
            times[kind] = times.GetValueOrDefault(kind) + 1;
        after = after with { Raised = times };
        return (after, [.. raised.Select(kind => DealAlert.Of(kind, times[kind], after, decided, policy))]);
    }

    /// <summary>Each transition at most once, in the order of the kinds.</summary>
    public static IEnumerable<AlertKind> Between(DealAlertState before, DealAlertState after)
    {
        if (after.Risk >= RiskLevel.Medium && before.Risk < RiskLevel.Medium)
            yield return AlertKind.RiskEntered;
        else if (after.Risk > before.Risk && before.Risk >= RiskLevel.Medium)
            yield return AlertKind.RiskRose;
        if (after.Gate == GateTold.Deferred && before.Gate != GateTold.Deferred)
            yield return AlertKind.PovDeferred;
        if (after.Gate == GateTold.Approved && before.Gate == GateTold.Deferred)
            yield return AlertKind.PovCleared;
        if (after.PovEnd > before.PovEnd)
            yield return AlertKind.PovEnding;
        if (after.SilentBy.Count > 0 && before.SilentBy.Count == 0)
            yield return AlertKind.SponsorSilent;
        if (after.IsClosed && !before.IsClosed)
            yield return AlertKind.DealClosed;
    }
}
