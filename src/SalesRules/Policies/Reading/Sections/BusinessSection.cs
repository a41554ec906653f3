using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class BusinessSection : Section<BusinessSettings>
{
    private static readonly Key<TimeZoneInfo> TimeZone = new("time-zone", new TimeZoneShape(), TimeZoneInfo.Utc,
        "Where \"today\" is decided, by IANA name.");

    private static readonly Key<int> FiscalYearStartsIn = new("fiscal-year-starts-in", new MonthShape(), 1,
        "The month in which the fiscal year, and so its first quarter, begins.");

    private static readonly Key<IReadOnlyList<DateOnly>> Holidays = new("holidays",
        new ListShape<DateOnly>(new DateShape(), day => day.ToString("O"), StringComparer.Ordinal),
        [],
        "Days that are no business days, beside Saturdays and Sundays.");

    public override IReadOnlyList<Key> Keys { get; } = [TimeZone, FiscalYearStartsIn, Holidays];

    protected override BusinessSettings Build(SectionValues values) => new(
        values.Get(TimeZone),
        new FiscalCalendar(values.Get(FiscalYearStartsIn)),
        new BusinessCalendar(values.Get(Holidays).ToHashSet()));
}

/// <summary>The three parts of a policy that the section fills.</summary>
internal sealed record BusinessSettings(TimeZoneInfo TimeZone, FiscalCalendar Fiscal, BusinessCalendar Calendar)
{
    public static BusinessSettings Default { get; } = new(TimeZoneInfo.Utc, new FiscalCalendar(1), new BusinessCalendar(new HashSet<DateOnly>()));
}
