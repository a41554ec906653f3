using SalesRules.Decisions;
using SalesRules.Portfolio;

namespace SalesRules.Digests;

/// <summary>The money at risk because of one rule. A deal counts under each of its reasons, so these do not add up to the money at risk.</summary>
public sealed record ReasonSum(string Rule, Money Money)
{
    /// <summary>Gathers the deals at risk; grows with the rules, not with the deals.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<string, Money> sums = new(StringComparer.Ordinal);

        public void Add(DigestDeal deal)
        {
            if (!deal.IsOpen || !deal.Decision.Risk.IsAtRisk)
                return;
            foreach (var rule in deal.Decision.Risk.Rules.Distinct(StringComparer.Ordinal))
                sums[rule] = deal.AddedTo(sums.GetValueOrDefault(rule));
        }

        /// <summary>The most money first.</summary>
        public IReadOnlyList<ReasonSum> Build() =>
            [.. sums.Select(sum => new ReasonSum(sum.Key, sum.Value)).OrderByDescending(sum => sum.Money.Known).ThenBy(sum => sum.Rule, StringComparer.Ordinal)];
    }
}

/// <summary>Open deals by how much at risk they are.</summary>
/// <param name="ByLevel">Every level, also those without a deal.</param>
public sealed record RiskSums(IReadOnlyDictionary<RiskLevel, Money> ByLevel)
{
    /// <summary>High and medium.</summary>
    public Money AtRisk => ByLevel[RiskLevel.High] + ByLevel[RiskLevel.Medium];

    public Money All => ByLevel.Values.Aggregate(new Money(), (sum, money) => sum + money);

    /// <summary>Gathers the open deals.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<RiskLevel, Money> sums = Enum.GetValues<RiskLevel>().ToDictionary(level => level, _ => new Money());

        public void Add(DigestDeal deal)
        {
            if (deal.IsOpen)
                sums[deal.Decision.Risk.Level] = deal.AddedTo(sums[deal.Decision.Risk.Level]);
        }

        public RiskSums Build() => new(sums);
    }
}
