namespace SalesRules.Sandbox.Soql.Dates;

/// <summary>The steps in which date literals and date functions count.</summary>
internal enum CalendarUnit
{
    Day,

    /// <summary>Sunday to Saturday, as in an org with the locale en_US.</summary>
    Week,
    Month,
    Quarter,
    Year,
    FiscalQuarter,
    FiscalYear,
}
