using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>Slots of a schedule that are overdue: they have not ended, and nobody works on them.</summary>
/// <param name="Since">When the oldest was due.</param>
/// <param name="Count">How many there are, counted up to <see cref="MostCounted"/>.</param>
/// <param name="Holder">Who works on an earlier slot of the schedule, so that these wait; null: nobody.</param>
internal sealed record MissingRun(string Schedule, DateTimeOffset Since, int Count, string? Holder)
{
    public const int MostCounted = 1_000;

    /// <summary>How late a slot may be before it counts as missing.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(15);

    /// <summary>What is overdue by more than that; null: nothing is.</summary>
    public static MissingRun? Of(ScheduleAccount account, DateTimeOffset now, TimeSpan patience)
    {
        var latest = now - patience;
        var leftBehind = account.LeftBehind.Where(open => open.Oldest <= latest).ToList();
        var due = DueSlots.Of(account, latest).Take(MostCounted).ToList();
        if (leftBehind.Count == 0 && due.Count == 0)
            return null;
        var since = leftBehind.Select(open => open.Oldest).Concat(due.Take(1)).Min();
        return new MissingRun(account.Schedule, since, Math.Min(leftBehind.Sum(open => open.Count) + due.Count, MostCounted), account.Holder?.Process);
    }

    /// <summary>One alert for the oldest slot, however many miss after it.</summary>
    public Alert ToAlert() => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"{AlertKind.RunMissing.Name()}/{Schedule}/{Since.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
        Kind = AlertKind.RunMissing,
        On = DateOnly.FromDateTime(Since.UtcDateTime),
        Reasons = [ToString()],
        SmallestFix = "`salesrules schedule history` shows what became of its slots; `salesrules doctor` shows what stands in the way.",
    };

    /// <summary>For a person: which slot, how many, and whom they wait for.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"The schedule {Schedule} was due at {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC and has neither run nor been skipped{(Count > 1 ? $"; {Count}{(Count == MostCounted ? " or more" : "")} of its slots are missing" : "")}{(Holder is null ? "" : $". It waits for a run of {Holder}, which still goes on")}.");
}
