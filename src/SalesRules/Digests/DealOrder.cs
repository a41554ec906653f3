namespace SalesRules.Digests;

/// <summary>What comes first in a list. The id makes every order one, whatever was read first.</summary>
internal static class DealOrder
{
    /// <summary>The largest first; without an amount last.</summary>
    public static Comparer<DigestDeal> ByAmount { get; } = Of(deal => deal.Record.Amount ?? decimal.MinValue);

    /// <summary>High before medium, then the largest.</summary>
    public static Comparer<DigestDeal> ByRisk { get; } = Of(deal => (int)deal.Decision.Risk.Level, deal => deal.Record.Amount ?? decimal.MinValue);

    /// <summary>The lowest pillar first (M "lowest pillar first"): unscored before 0 before 1, then the largest.</summary>
    public static Comparer<DigestDeal> ByLowestPillar { get; } = Of(deal => -deal.LowestPoints, deal => deal.Record.Amount ?? decimal.MinValue);

    /// <summary>The next to close first; without a close date last.</summary>
    public static Comparer<DigestDeal> ByCloseDate { get; } = Of(deal => -(deal.Record.CloseDate ?? DateOnly.MaxValue).DayNumber, deal => deal.Record.Amount ?? decimal.MinValue);

    /// <summary>As POVs wait: by total, then amount (catalogue section 3).</summary>
    public static Comparer<DigestDeal> ByTotal { get; } = Of(deal => deal.Scores.Total ?? -1, deal => deal.Record.Amount ?? decimal.MinValue);

    /// <summary>The next end of a day first; without one last.</summary>
    public static Comparer<DigestDeal> ByDay(Func<DigestDeal, DateOnly?> day) => Of(deal => -(day(deal) ?? DateOnly.MaxValue).DayNumber, deal => deal.Record.Amount ?? decimal.MinValue);

    /// <summary>Highest first.</summary>
    private static Comparer<DigestDeal> Of(params Func<DigestDeal, decimal>[] keys) => Comparer<DigestDeal>.Create((one, other) =>
    {
        foreach (var key in keys)
        {
            if (key(other).CompareTo(key(one)) is not 0 and var difference)
                return difference;
        }

        return one.Id.CompareTo(other.Id);
    });
}
