using SalesRules.Snapshots;

namespace SalesRules.Oversight;

/// <summary>Adds gate debt up, deal by deal and in any order; it keeps the oldest debts and not the org.</summary>
/// <param name="kept">How many deals it keeps.</param>
public sealed class GateDebtTally(int kept)
{
    private static readonly Comparer<GateDebt> OldestFirst = Comparer<GateDebt>.Create(Compare);

    private readonly SortedSet<GateDebt> oldest = new(OldestFirst);
    private readonly Dictionary<string, RuleDebt> rules = new(StringComparer.Ordinal);

    /// <summary>The open deals.</summary>
    public int Open { get; private set; }

    /// <summary>Those of them that owe something.</summary>
    public int InDebt { get; private set; }

    /// <summary>Their amounts together, as they stand on the records; an empty one counts as nothing.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The oldest, and among equals the largest.</summary>
    public IReadOnlyCollection<GateDebt> Oldest => oldest;

    /// <summary>By rule, the most deals first.</summary>
    public IReadOnlyList<RuleDebt> Rules => [.. rules.Values.OrderByDescending(rule => rule.Deals).ThenBy(rule => rule.Rule, StringComparer.Ordinal)];

    /// <param name="deal">As it was decided last.</param>
    /// <param name="debt">Null: it owes nothing.</param>
    public void Add(Opportunity deal, GateDebt? debt)
    {
        Open += deal.IsClosed == true ? 0 : 1;
        if (debt is null)
            return;
        InDebt++;
        Amount += deal.Amount ?? 0;
        foreach (var owed in debt.Debts)
            rules[owed.Rule] = RuleDebt.Of(owed, deal.Amount ?? 0).And(rules.GetValueOrDefault(owed.Rule));
        oldest.Add(debt);
        if (oldest.Count > kept)
            oldest.Remove(oldest.Max!);
    }

    private static int Compare(GateDebt one, GateDebt other)
    {
        var since = one.Since.CompareTo(other.Since);
        var amount = since != 0 ? since : (other.Record.Amount ?? 0).CompareTo(one.Record.Amount ?? 0);
        return amount != 0 ? amount : one.Record.Id.CompareTo(other.Record.Id);
    }
}

/// <summary>What one rule finds owing.</summary>
/// <param name="Amount">Of these deals.</param>
public sealed record RuleDebt(string Rule, int Deals, decimal Amount, Debt Oldest)
{
    internal static RuleDebt Of(Debt debt, decimal amount) => new(debt.Rule, 1, amount, debt);

    internal RuleDebt And(RuleDebt? other) =>
        other is null ? this : new(Rule, Deals + other.Deals, Amount + other.Amount, other.Oldest.Since <= Oldest.Since ? other.Oldest : Oldest);
}
