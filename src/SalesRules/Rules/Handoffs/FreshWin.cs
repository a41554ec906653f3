using SalesRules.Policies;

namespace SalesRules.Rules.Handoffs;

/// <summary>What is handed over to customer success: a sale won lately. What was won before the service came is nobody's task any more.</summary>
internal static class FreshWin
{
    public static bool Is(Deal deal) =>
        deal is { Motion: not Motion.Renewal, Opportunity: { IsWon: true, CloseDate: { } closed } }
        && closed <= deal.Today && closed >= deal.Today.Plus(-deal.Policy.Closing.HandoffDays);
}
