using SalesRules.Portfolio;

namespace SalesRules.Digests;

/// <summary>One list of a digest: all deals that belong into it are counted, the first of them are named.</summary>
/// <param name="Deals">Those that are named, in the list's order.</param>
/// <param name="Total">All of them.</param>
public sealed record DealList(IReadOnlyList<DigestDeal> Deals, Money Total)
{
    public int NotListed => Total.Deals - Deals.Count;

    /// <summary>What the deals that are not named are worth.</summary>
    public Money NotListedMoney => Deals.Aggregate(Total, (left, deal) => left - new Money().Plus(deal.Record.Amount, deal.Record.CurrencyIsoCode));

    /// <summary>Gathers the deals; holds no more of them than it will name.</summary>
    /// <param name="limit">How many are named.</param>
    internal sealed class Builder(Func<DigestDeal, bool> belongs, IComparer<DigestDeal> order, int limit)
    {
        private readonly SortedSet<DigestDeal> named = new(order);
        private Money total;

        public void Add(DigestDeal deal)
        {
            if (!belongs(deal))
                return;
            total = deal.AddedTo(total);
            named.Add(deal);
            if (named.Count > limit)
                named.Remove(named.Max!);
        }

        public DealList Build() => new([.. named], total);
    }
}
