using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Host.Schedules.Ledger;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules;

/// <summary>The schedules with what became of their last slot and with their next times: in their own zone and in UTC, for a person or as JSON for a program.</summary>
internal static class ScheduleReport
{
    private const int ShownTimes = 3;

    /// <param name="pauses">The pauses in force.</param>
    /// <param name="accounts">The ledger's.</param>
    public static void Print(IReadOnlyList<Schedule> schedules, IReadOnlyList<Pause> pauses, IReadOnlyList<ScheduleAccount> accounts, DateTimeOffset now, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, schedules, pauses, accounts, now)));
        else
            PrintText(schedules, pauses, accounts, now, output);
    }

    private static void PrintText(IReadOnlyList<Schedule> schedules, IReadOnlyList<Pause> pauses, IReadOnlyList<ScheduleAccount> accounts, DateTimeOffset now, TextWriter output)
    {
        if (PauseOf(Pause.Everything, pauses) is { } kill)
            output.WriteLine($"EVERYTHING is {kill}");
        foreach (var schedule in schedules)
        {
            output.WriteLine($"{schedule.Name}: {schedule.Command}, {(schedule.Enabled ? "enabled" : "disabled")}");
            if (PauseOf(schedule.Name, pauses) is { } pause)
                output.WriteLine($"  {pause}");
            output.WriteLine($"  {schedule.Cron.Text}{(schedule.Cron.InWords is { } words ? $" ({words})" : "")} in {schedule.Zone.Id}");
            var account = accounts.FirstOrDefault(one => one.Schedule == schedule.Name);
            if (account is { Last: { } last })
                output.WriteLine($"  last {Local(TimeZoneInfo.ConvertTime(last.DueAt, schedule.Zone))} = {Utc(last.DueAt)}: {SlotReport.InWords(last, account.Holder)}");
            if (Missing(account, now) is { } missing)
                output.WriteLine($"  MISSING: {missing}");
            foreach (var time in NextTimes(schedule, now))
                output.WriteLine($"  next {Local(time)} = {Utc(time)}");
        }
    }

    private static Pause? PauseOf(string schedule, IReadOnlyList<Pause> pauses) => pauses.FirstOrDefault(pause => pause.Schedule == schedule);

    private static void Write(
        Utf8JsonWriter writer, IReadOnlyList<Schedule> schedules, IReadOnlyList<Pause> pauses, IReadOnlyList<ScheduleAccount> accounts, DateTimeOffset now)
    {
        writer.WriteStartArray();
        foreach (var schedule in schedules)
            Write(writer, schedule, PauseOf(Pause.Everything, pauses) ?? PauseOf(schedule.Name, pauses), accounts.FirstOrDefault(account => account.Schedule == schedule.Name), now);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Schedule schedule, Pause? pause, ScheduleAccount? account, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, schedule.Name);
        writer.WriteString("command"u8, schedule.Command);
        writer.WriteBoolean("enabled"u8, schedule.Enabled);
        writer.WriteString("paused"u8, pause?.ToString());
        writer.WriteString("cron"u8, schedule.Cron.Text);
        writer.WriteString("words"u8, schedule.Cron.InWords);
        writer.WriteString("timeZone"u8, schedule.Zone.Id);
        writer.WritePropertyName("last"u8);
        if (account?.Last is { } last)
            SlotReport.Write(writer, last, account.Holder);
        else
            writer.WriteNullValue();
        writer.WriteString("missing"u8, Missing(account, now)?.ToString());
        writer.WriteStartArray("next"u8);
        foreach (var time in NextTimes(schedule, now))
        {
            writer.WriteStartObject();
            writer.WriteString("local"u8, time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            writer.WriteString("utc"u8, Utc(time));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<DateTimeOffset> NextTimes(Schedule schedule, DateTimeOffset now) => schedule.Enabled ? schedule.NextTimes(now, ShownTimes) : [];

    private static MissingRun? Missing(ScheduleAccount? account, DateTimeOffset now) => account is null ? null : MissingRun.Of(account, now, MissingRun.Patience);

    private static string Local(DateTimeOffset time) => time.ToString("ddd yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
