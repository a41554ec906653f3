namespace SalesRules.Notifications.Deliveries;

/// <summary>
/// When a person may be disturbed: on business days, outside of quiet hours, by the clock on their wall. Days begin and end at midnight there.
/// </summary>
public sealed class QuietHours
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly HashSet<DayOfWeek> businessDays;
    private readonly HashSet<DateOnly> holidays;

    /// <param name="zone">Where the person is.</param>
    /// <param name="from">The first quiet minute. Later than <paramref name="until"/>: the quiet hours go over midnight.</param>
    /// <param name="until">The first minute that is not quiet any more. The same as <paramref name="from"/>: no hour is quiet.</param>
    /// <param name="businessDays">Null: Monday to Friday.</param>
    /// <param name="holidays">Days that are no business days, whatever weekday they are.</param>
    public QuietHours(
        TimeZoneInfo zone, TimeOnly from, TimeOnly until, IEnumerable<DayOfWeek>? businessDays = null, IEnumerable<DateOnly>? holidays = null)
    {
        (Zone, From, Until) = (zone, from, until);
        this.businessDays = [.. businessDays ?? Weekdays];
        this.holidays = [.. holidays ?? []];
        if (this.businessDays.Count == 0)
            throw new ArgumentException("At least one day of the week is a business day: otherwise no message would ever go out.", nameof(businessDays));
    }

    public TimeZoneInfo Zone { get; }

    public TimeOnly From { get; }

    public TimeOnly Until { get; }

    /// <summary>Whether a message may go out at an instant.</summary>
    public bool Allows(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
        return IsBusinessDay(DateOnly.FromDateTime(local)) && !IsQuiet(TimeOnly.FromDateTime(local));
    }

    /// <summary>The first instant, from the given one on, at which a message may go out. In UTC.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset instant)
    {
        if (Allows(instant))
            return instant.ToUniversalTime();
        // From the day before: the clock may be set back over midnight.
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime).AddDays(-1); ; day = day.AddDays(1))
        {
            // With the day after it: where the clock is set back over midnight, two days overlap.
            foreach (var beginning in Beginnings(day).Concat(Beginnings(day.AddDays(1))).Where(beginning => beginning >= instant).Order())
            {
                if (Allows(beginning))
                    return beginning;
            }
        }
    }

    private bool IsBusinessDay(DateOnly day) => businessDays.Contains(day.DayOfWeek) && !holidays.Contains(day);

    private bool IsQuiet(TimeOnly time) => From <= Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>The instants at which a quiet time can end: midnight, the end of the quiet hours, and where the clock is set.</summary>
    private IEnumerable<DateTimeOffset> Beginnings(DateOnly day) =>
        LocalTime.Instants(Zone, day.ToDateTime(TimeOnly.MinValue))
            .Concat(LocalTime.Instants(Zone, day.ToDateTime(Until)))
            .Concat(LocalTime.Changes(Zone, day));
}
