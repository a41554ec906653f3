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
        var raised = Between(before ?? Unseen(after), after).ToList();
        if (raised.Count == 0)
            return (after, []);
        after = Counted(after, raised);
        return (after, [.. raised.Select(kind => DealAlert.Of(kind, after.Raised[kind], after, decided, policy))]);
    }

    /// <summary>
    /// The same where a decision stands on the record that the journal never made: what it shows was told then, and is counted so that the
    /// next transition has a key of its own. Only what happened to the deal since is told.
    /// </summary>
    public static (DealAlertState After, IReadOnlyList<Alert> Alerts) OfForgotten(DealAlertState? before, PlannedDecision decided, Policy policy)
    {
        var shown = (before ?? DealAlertState.New).After(decided, policy).AsShownOn(decided.Opportunity);
        return Of(Counted(shown, Between(before ?? Unseen(shown), shown)), decided, policy);
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

    private static DealAlertState Unseen(DealAlertState after) => new() { IsClosed = after.IsClosed };

    private static DealAlertState Counted(DealAlertState state, IEnumerable<AlertKind> raised)
    {
        var times = new Dictionary<AlertKind, int>(state.Raised);
        foreach (var kind in raised)
            times[kind] = times.GetValueOrDefault(kind) + 1;
        return state with { Raised = times };
    }
}
