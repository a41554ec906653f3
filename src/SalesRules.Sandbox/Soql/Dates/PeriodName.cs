namespace SalesRules.Sandbox.Soql.Dates;

/// <summary>A date literal of SOQL.</summary>
/// <param name="Name">As SOQL spells it, without the colon.</param>
/// <param name="Unit">What it counts in.</param>
/// <param name="Reach">Which units of it, seen from today.</param>
/// <param name="FixedCount">The count of literals that carry it in their name, such as LAST_90_DAYS.</param>
internal sealed record PeriodName(string Name, CalendarUnit Unit, PeriodReach Reach, int? FixedCount = null)
{
    /// <summary>The literal is followed by a colon and a number.</summary>
    public bool TakesCount => FixedCount is null && Reach is (PeriodReach.LastCount or PeriodReach.NextCount or PeriodReach.Ago);
}
