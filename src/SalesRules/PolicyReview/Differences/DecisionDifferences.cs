using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.Differences;

/// <summary>What another policy would decide of many deals, counted as they come: memory does not grow with their number.</summary>
public sealed class DecisionDifferences
{
    /// <summary>So many deals are named.</summary>
    public const int Named = 20;

    private readonly SortedDictionary<DecisionAspect, SortedDictionary<(string Old, string New), DealsAndMoney>> changes = [];
    private readonly SortedDictionary<string, long> gained = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> lost = new(StringComparer.Ordinal);
    private readonly List<DecisionDifference> first = [];

    /// <summary>All deals.</summary>
    public DealsAndMoney Read { get; private set; }

    /// <summary>Those of which anything is decided otherwise, if only a finding.</summary>
    public DealsAndMoney Different { get; private set; }

    /// <summary>The deals that differ in an aspect, by what they change from and to.</summary>
    public IReadOnlyDictionary<(string Old, string New), DealsAndMoney> Of(DecisionAspect aspect) =>
        changes.TryGetValue(aspect, out var pairs) ? pairs : new SortedDictionary<(string, string), DealsAndMoney>();

    /// <summary>The deals that differ in an aspect.</summary>
    public DealsAndMoney SumOf(DecisionAspect aspect) => Of(aspect).Values.Aggregate(default(DealsAndMoney), (sum, some) => sum + some);

    /// <summary>By rule, how many deals have its finding now and had it not.</summary>
    public IReadOnlyDictionary<string, long> Gained => gained;

    /// <summary>By rule, how many deals had its finding and have it no more.</summary>
    public IReadOnlyDictionary<string, long> Lost => lost;

    /// <summary>The first deals that differ.</summary>
    public IReadOnlyList<DecisionDifference> First => first;

    public void Add(Opportunity opportunity, Decision before, Decision after)
    {
        var deal = new DealsAndMoney(1, opportunity.Amount ?? 0);
        Read += deal;
        var difference = DecisionDifference.Between(opportunity, before, after);
        if (difference.IsNone)
            return;
        Different += deal;
        if (first.Count < Named)
            first.Add(difference);
        foreach (var change in difference.Changes)
            Count(change, deal);
        foreach (var rule in difference.Gained)
            gained[rule] = gained.GetValueOrDefault(rule) + 1;
        foreach (var rule in difference.Lost)
            lost[rule] = lost.GetValueOrDefault(rule) + 1;
    }

    private void Count(DecisionChange change, DealsAndMoney deal)
    {
        if (!changes.TryGetValue(change.Aspect, out var pairs))
            changes[change.Aspect] = pairs = new SortedDictionary<(string Old, string New), DealsAndMoney>(
                Comparer<(string Old, string New)>.Create((one, other) => (string.CompareOrdinal(one.Old, other.Old), string.CompareOrdinal(one.New, other.New)).CompareTo((0, 0))));
        pairs[(change.Old, change.New)] = pairs.GetValueOrDefault((change.Old, change.New)) + deal;
    }
}

/// <summary>How many deals, and the sum of their amounts; a deal without an amount counts with 0.</summary>
public readonly record struct DealsAndMoney(long Deals, decimal Amount)
{
    public static DealsAndMoney operator +(DealsAndMoney one, DealsAndMoney other) => new(one.Deals + other.Deals, one.Amount + other.Amount);
}
