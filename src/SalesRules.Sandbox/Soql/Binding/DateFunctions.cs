using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Dates;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>The functions that take a part of a date: <c>CALENDAR_YEAR</c>, <c>FISCAL_QUARTER</c>, <c>DAY_ONLY</c>, ...</summary>
internal sealed class DateFunctions(OrgCalendar calendar)
{
    /// <summary>The function of this name over a field of this type; null when there is none.</summary>
    public (FieldType Type, Func<object, object> Apply)? Find(string name, FieldType argument)
    {
        if (argument is not (FieldType.Date or FieldType.DateTime))
            return null;
        var function = name.ToUpperInvariant();
        if (argument == FieldType.DateTime && function is "DAY_ONLY")
            return (FieldType.Date, static value => DateOf(value));
        if (argument == FieldType.DateTime && function is "HOUR_IN_DAY")
            return (FieldType.Int, static value => (decimal)((DateTimeOffset)value).UtcDateTime.Hour);
        return Part(function) is { } part ? (FieldType.Int, value => (decimal)part(DateOf(value))) : null;
    }

    private Func<DateOnly, int>? Part(string function) => function switch
    {
        "CALENDAR_YEAR" => static date => date.Year,
        "CALENDAR_QUARTER" => static date => (date.Month - 1) / 3 + 1,
        "CALENDAR_MONTH" => static date => date.Month,
        "DAY_IN_YEAR" => static date => date.DayOfYear,
        "DAY_IN_MONTH" => static date => date.Day,
        // Sunday is 1.
        "DAY_IN_WEEK" => static date => (int)date.DayOfWeek + 1,
        // The first week of a month or year is its first seven days.
        "WEEK_IN_MONTH" => static date => (date.Day - 1) / 7 + 1,
        "WEEK_IN_YEAR" => static date => (date.DayOfYear - 1) / 7 + 1,
        "FISCAL_YEAR" => calendar.FiscalYear,
        "FISCAL_QUARTER" => calendar.FiscalQuarter,
        "FISCAL_MONTH" => calendar.FiscalMonth,
        _ => null,
    };

    private static DateOnly DateOf(object value) => value is DateOnly date ? date : DateOnly.FromDateTime(((DateTimeOffset)value).UtcDateTime);
}
