using System.Globalization;
using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>A fiscal quarter, both ends included.</summary>
/// <param name="Number">1 to 4, of the fiscal year.</param>
public sealed record FiscalQuarter(DateOnly Start, DateOnly End, int Number)
{
    /// <summary>The first day of the fiscal year.</summary>
    public DateOnly YearStart => Start.AddMonths(-3 * (Number - 1));

    public static FiscalQuarter Of(FiscalCalendar calendar, DateOnly day)
    {
        var start = calendar.QuarterStart(day);
        return new FiscalQuarter(start, calendar.QuarterEnd(day), (((start.Month - calendar.FirstMonth + 12) % 12) / 3) + 1);
    }

    public bool Contains(DateOnly? day) => day >= Start && day <= End;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"fiscal Q{Number}, {Start:yyyy-MM-dd} to {End:yyyy-MM-dd}");
}
