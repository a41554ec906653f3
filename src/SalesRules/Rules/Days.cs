namespace SalesRules.Rules;

/// <summary>Counting days on any date that Salesforce can hold.</summary>
internal static class Days
{
    /// <summary>The date so many days later; earlier for a negative number. Ends at the first and the last date there are.</summary>
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
