namespace SalesRules.Portfolio;

/// <summary>What the figures rest on: how many deals there were, and what they lack.</summary>
/// <param name="Open">Open deals with their money.</param>
/// <param name="StatusUnknown">Deals of which nobody says whether they are open: in no figure.</param>
/// <param name="OpenPastCloseDate">Open deals whose close date is over: those of earlier quarters are in no forecast of this one.</param>
/// <param name="OpenWithoutCloseDate">Open deals that are in no quarter.</param>
/// <param name="OpenUnmapped">Open deals in a stage that the policy does not map.</param>
/// <param name="WithoutHistory">Deals whose stage history is not known.</param>
public sealed record DealCounts(
    int Deals, Money Open, int Won, int Lost, int StatusUnknown, int OpenPastCloseDate, int OpenWithoutCloseDate, int OpenUnmapped, int WithoutHistory)
{
    /// <summary>Gathers the deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly int[] byStatus = new int[4];
        private Money open;
        private int pastCloseDate;
        private int withoutCloseDate;
        private int unmapped;
        private int withoutHistory;

        public void Add(PortfolioDeal deal)
        {
            byStatus[(int)deal.Status]++;
            withoutHistory += deal.Entries is null ? 1 : 0;
            if (!deal.IsOpen)
                return;
            open = deal.AddedTo(open);
            pastCloseDate += deal.Record.CloseDate < scope.Today ? 1 : 0;
            withoutCloseDate += deal.Record.CloseDate is null ? 1 : 0;
            unmapped += deal.Stage is null ? 1 : 0;
        }

        public DealCounts Build() => new(
            byStatus.Sum(),
            open,
            byStatus[(int)DealStatus.Won],
            byStatus[(int)DealStatus.Lost],
            byStatus[(int)DealStatus.Unknown],
            pastCloseDate,
            withoutCloseDate,
            unmapped,
            withoutHistory);
    }
}
