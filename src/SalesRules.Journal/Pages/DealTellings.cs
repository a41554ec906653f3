using SalesRules.Alerts;
using SalesRules.Journal.Deals;
using SalesRules.Plans;

namespace SalesRules.Journal.Pages;

/// <summary>What people are told of a deal with a decision, and what they are taken to know afterwards. Pure.</summary>
internal static class DealTellings
{
    /// <param name="before">The deal's row before the decision; null: it was never decided.</param>
    /// <param name="isForgotten">A decision stands on the record that the journal does not know: it is older than the record.</param>
    public static (DealAlertState Told, IReadOnlyList<Alert> Alerts) Of(PageContext context, PlannedDecision decided, DealRow? before, bool isForgotten)
    {
        var known = before?.Told is { } told ? DealAlertStateJson.Read(told) : null;

        // What stood before anybody was told anything is no transition: before the org's first look is complete, and before there were alerts.
        if (context.IsBaseline || (before is not null && known is null))
            return ((known ?? DealAlertState.New).After(decided, context.Policy), []);
        return isForgotten ? Transitions.OfForgotten(known, decided, context.Policy) : Transitions.Of(known, decided, context.Policy);
    }
}
