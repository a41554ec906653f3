using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>One stay of a deal in a stage. A deal that comes back has a stay of its own for each time.</summary>
/// <param name="StageName">The stage as the history names it.</param>
/// <param name="EnteredOn">The business day on which it was entered.</param>
/// <param name="LeftOn">The business day on which it was left; null while the deal stands there.</param>
public sealed record StageStay(string StageName, DateOnly EnteredOn, DateOnly? LeftOn)
{
    /// <summary>Whole days, by the calendar: 0 for a stage that was left on the day it was entered.</summary>
    /// <param name="today">Counts for a stay that goes on.</param>
    public int Days(DateOnly today) => (LeftOn ?? today).DayNumber - EnteredOn.DayNumber;

    /// <summary>The stays of a deal, oldest first, the last of which goes on.</summary>
    /// <param name="history">The stages that it entered, oldest first.</param>
    /// <param name="zone">Where days begin and end.</param>
    public static IReadOnlyList<StageStay> Of(IReadOnlyList<StageEntry> history, TimeZoneInfo zone)
    {
        var days = history.Select(entry => entry.EnteredAt.DayIn(zone)).ToList();
        return [.. history.Select((entry, index) => new StageStay(entry.StageName, days[index], index + 1 < days.Count ? days[index + 1] : null))];
    }
}
