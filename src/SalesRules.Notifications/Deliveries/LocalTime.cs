namespace SalesRules.Notifications.Deliveries;

/// <summary>What the clock on a wall means: most times once, some twice, some never.</summary>
internal static class LocalTime
{
    /// <summary>The instants at which the wall shows a time: none where the clock is set forward over it, two where it is set back over it.</summary>
    public static IEnumerable<DateTimeOffset> Instants(TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsInvalidTime(local))
            return [];
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset).ToUniversalTime())
            : [new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()];
    }

    /// <summary>The instant at which the clock is set within a day, to the second; none on most days.</summary>
    public static IEnumerable<DateTimeOffset> Changes(TimeZoneInfo zone, DateOnly day)
    {
        // The day in UTC, and half a day to either side: every zone's day lies within.
        var before = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(-14);
        var after = before.AddHours(14 + 24 + 12);
        var offset = zone.GetUtcOffset(before);
        if (zone.GetUtcOffset(after) == offset)
            yield break;
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + TimeSpan.FromSeconds((after - before).Ticks / TimeSpan.TicksPerSecond / 2);
            if (zone.GetUtcOffset(middle) == offset)
                before = middle;
            else
                after = middle;
        }

        if (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime) == day)
            yield return after;
    }
}
