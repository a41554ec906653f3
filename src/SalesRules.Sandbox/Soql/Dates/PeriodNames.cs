using System.Collections.Frozen;

namespace SalesRules.Sandbox.Soql.Dates;

/// <summary>Every date literal that SOQL knows.</summary>
internal static class PeriodNames
{
    private static readonly FrozenDictionary<string, PeriodName> ByName = Names()
        .ToFrozenDictionary(period => period.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PeriodName> All => ByName.Values;

    public static PeriodName? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<PeriodName> Names()
    {
        yield return new("YESTERDAY", CalendarUnit.Day, PeriodReach.Last);
        yield return new("TODAY", CalendarUnit.Day, PeriodReach.This);
        yield return new("TOMORROW", CalendarUnit.Day, PeriodReach.Next);
        yield return new("LAST_90_DAYS", CalendarUnit.Day, PeriodReach.LastCount, FixedCount: 90);
        yield return new("NEXT_90_DAYS", CalendarUnit.Day, PeriodReach.NextCount, FixedCount: 90);
        foreach (var (unit, word) in Words())
        {
            if (unit != CalendarUnit.Day)
            {
                yield return new($"THIS_{word}", unit, PeriodReach.This);
                yield return new($"LAST_{word}", unit, PeriodReach.Last);
                yield return new($"NEXT_{word}", unit, PeriodReach.Next);
            }

            yield return new($"LAST_N_{word}S", unit, PeriodReach.LastCount);
            yield return new($"NEXT_N_{word}S", unit, PeriodReach.NextCount);
            yield return new($"N_{word}S_AGO", unit, PeriodReach.Ago);
        }
    }

    private static (CalendarUnit Unit, string Word)[] Words() =>
    [
        (CalendarUnit.Day, "DAY"),
        (CalendarUnit.Week, "WEEK"),
        (CalendarUnit.Month, "MONTH"),
        (CalendarUnit.Quarter, "QUARTER"),
        (CalendarUnit.Year, "YEAR"),
        (CalendarUnit.FiscalQuarter, "FISCAL_QUARTER"),
        (CalendarUnit.FiscalYear, "FISCAL_YEAR"),
    ];
}
