using SalesRules.Policies;

namespace SalesRules.Rules.Handoffs;

/// <summary>What is handed over to customer success: a sale won lately. What was won before the service came is nobody's task any more.</summary>
internal static class FreshWin
{
    public static bool Is(Deal deal) =>
        IsWon(deal) && deal is { Motion: not Motion.Renewal, Opportunity.CloseDate: { } closed }
        && closed <= deal.Today && closed >= deal.Today.Plus(-deal.Policy.Closing.HandoffDays);

    /// <summary>By the record or, where it does not say, by its stage.</summary>
    private static bool IsWon(Deal deal) => deal.Opportunity.IsWon ?? deal.Stage?.Type == StageType.ClosedWon;
}
