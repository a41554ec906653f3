namespace SalesRules.Host.Schedules;

/// <summary>One schedule of the settings, found to be sound.</summary>
/// <param name="Name">Lower case: the settings' keys do not tell upper from lower.</param>
/// <param name="Zone">In which zone its cron is read.</param>
/// <param name="Command">What <see cref="ScheduleCommands"/> takes.</param>
internal sealed record Schedule(string Name, CronTimes Cron, TimeZoneInfo Zone, bool Enabled, string Command)
{
    /// <summary>The next times after an instant, in the schedule's zone; fewer where it ends.</summary>
    public IEnumerable<DateTimeOffset> NextTimes(DateTimeOffset after, int count)
    {
        DateTimeOffset? time = after;
        while (count-- > 0 && (time = Cron.NextAfter(time.Value, Zone)) is { } next)
            yield return next;
    }
}
