using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Journal.Pauses;

namespace SalesRules.Host.Schedules;

/// <summary>The schedules with their next times: in their own zone and in UTC, for a person or as JSON for a program.</summary>
internal static class ScheduleReport
{
    private const int ShownTimes = 3;

    /// <param name="pauses">The pauses in force.</param>
    public static void Print(ScheduleBook book, IReadOnlyList<Pause> pauses, DateTimeOffset now, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(Json(book, pauses, now));
        else
            PrintText(book, pauses, now, output);
    }

    private static void PrintText(ScheduleBook book, IReadOnlyList<Pause> pauses, DateTimeOffset now, TextWriter output)
    {
        if (PauseOf(Pause.Everything, pauses) is { } kill)
            output.WriteLine($"EVERYTHING is {kill}");
        foreach (var schedule in book.All)
        {
            output.WriteLine($"{schedule.Name}: {schedule.Command}, {(schedule.Enabled ? "enabled" : "disabled")}");
            if (PauseOf(schedule.Name, pauses) is { } pause)
                output.WriteLine($"  {pause}");
            output.WriteLine($"  {schedule.Cron.Text}{(schedule.Cron.InWords is { } words ? $" ({words})" : "")} in {schedule.Zone.Id}");
            foreach (var time in NextTimes(schedule, now))
                output.WriteLine($"  next {time.ToString("ddd yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)} = {Utc(time)}");
        }
    }

    private static Pause? PauseOf(string schedule, IReadOnlyList<Pause> pauses) => pauses.FirstOrDefault(pause => pause.Schedule == schedule);

    private static string Json(ScheduleBook book, IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
        {
            writer.WriteStartArray();
            foreach (var schedule in book.All)
                Write(writer, schedule, PauseOf(Pause.Everything, pauses) ?? PauseOf(schedule.Name, pauses), now);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Schedule schedule, Pause? pause, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, schedule.Name);
        writer.WriteString("command"u8, schedule.Command);
        writer.WriteBoolean("enabled"u8, schedule.Enabled);
        writer.WriteString("paused"u8, pause?.ToString());
        writer.WriteString("cron"u8, schedule.Cron.Text);
        writer.WriteString("words"u8, schedule.Cron.InWords);
        writer.WriteString("timeZone"u8, schedule.Zone.Id);
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

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
