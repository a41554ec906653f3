using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>What a plan amounts to: deals touched and corrected, money moved between categories, tasks.</summary>
public sealed class PlanTotals
{
    private readonly SortedDictionary<string, int> byRule = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(ForecastCategory From, ForecastCategory To), MovedMoney> moved = [];

    /// <summary>Deals with anything to write.</summary>
    public int Deals { get; private set; }

    /// <summary>Deals of which a field is written; the others of <see cref="Deals"/> have tasks or a new row of their score history only.</summary>
    public int WrittenDeals { get; private set; }

    /// <summary>Deals of which a field that people own is corrected.</summary>
    public int CorrectedDeals { get; private set; }

    public int FieldChanges { get; private set; }

    public int NewTasks { get; private set; }

    public int ClearedTasks { get; private set; }

    /// <summary>Rows that deals' score histories lack.</summary>
    public int NewScores { get; private set; }

    /// <summary>Corrections by the rule that asked for them.</summary>
    public IReadOnlyDictionary<string, int> CorrectionsByRule => byRule;

    /// <summary>Deals and money that leave one category for another.</summary>
    public IReadOnlyDictionary<(ForecastCategory From, ForecastCategory To), MovedMoney> Moved => moved;

    public void Add(PlannedRecord record)
    {
        if (record.IsEmpty)
            return;
        Deals++;
        WrittenDeals += record.Changes.Count > 0 ? 1 : 0;
        FieldChanges += record.Changes.Count;
        NewTasks += record.NewTasks.Count;
        ClearedTasks += record.ClearedTasks.Count;
        NewScores += record.NewScore is null ? 0 : 1;
        if (record.IsCorrection)
            CorrectedDeals++;
        foreach (var change in record.Changes)
        {
            if (change.Rule is not { } rule)
                continue;
            byRule[rule] = byRule.GetValueOrDefault(rule) + 1;
            if (ForecastCategories.Parse(change.From.AsText) is { } from && ForecastCategories.Parse(change.To.AsText) is { } to)
                moved[(from, to)] = moved.GetValueOrDefault((from, to)).Plus(record.Amount);
        }
    }
}

/// <summary>Deals that move between two categories, and their amounts.</summary>
/// <param name="Amount">Of the deals whose amount is known; the others are counted in <paramref name="WithoutAmount"/>.</param>
public readonly record struct MovedMoney(int Deals, decimal Amount, int WithoutAmount)
{
    public MovedMoney Plus(decimal? amount) => new(Deals + 1, Amount + (amount ?? 0), WithoutAmount + (amount is null ? 1 : 0));
}
