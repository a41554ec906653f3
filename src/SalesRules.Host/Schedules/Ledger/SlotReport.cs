using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>Slots for a person, a line each, or as JSON for a program.</summary>
internal static class SlotReport
{
    private const int StateWidth = 10;

    /// <param name="zone">The schedule's; UTC where the settings no longer have it.</param>
    public static void Print(IReadOnlyList<Slot> slots, TimeZoneInfo zone, ScheduleHolder? holder, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, slots, holder)));
        else
            foreach (var slot in slots)
                output.WriteLine($"{Local(slot.DueAt, zone)}  {Word(slot, holder).PadRight(StateWidth)}  {Details(slot)}");
    }

    /// <summary>Such as "ran (complete). 20 opportunities read."</summary>
    /// <param name="holder">Who works on the schedule now: an open slot of anybody else was left behind.</param>
    public static string InWords(Slot slot, ScheduleHolder? holder) => $"{Word(slot, holder)}{(Outcome(slot) is { } outcome ? $" ({outcome})" : "")}. {slot.Sentence}".TrimEnd();

    public static void Write(Utf8JsonWriter writer, Slot slot, ScheduleHolder? holder)
    {
        writer.WriteStartObject();
        writer.WriteString("dueAt"u8, Utc(slot.DueAt));
        writer.WriteString("state"u8, Word(slot, holder).Replace(' ', '-'));
        writer.WriteString("outcome"u8, slot.Outcome);
        writer.WriteString("sentence"u8, slot.Sentence);
        writer.WriteString("run"u8, slot.Run?.Value);
        writer.WriteString("caughtUpBy"u8, slot.CaughtUpBy is { } by ? Utc(by) : null);
        writer.WriteString("takenBy"u8, slot.TakenBy);
        writer.WriteString("takenAt"u8, Utc(slot.TakenAt));
        writer.WriteString("endedAt"u8, slot.EndedAt is { } at ? Utc(at) : null);
        writer.WriteEndObject();
    }

    private static string Word(Slot slot, ScheduleHolder? holder) => slot.State switch
    {
        SlotState.Ran => "ran",
        SlotState.Skipped => "skipped",
        SlotState.CaughtUp => "caught up",
        _ when holder?.Token != slot.Token => "open",
        SlotState.Running => "running",
        _ => "catching up",
    };

    private static string Details(Slot slot)
    {
        var late = slot.TakenAt - slot.DueAt;
        string?[] facts =
        [
            Outcome(slot),
            slot.IsOpen ? $"taken by {slot.TakenBy}" : null,
            slot.State == SlotState.Ran && late >= MissingRun.Patience ? string.Create(CultureInfo.InvariantCulture, $"{late:d\\.hh\\:mm} late") : null,
        ];
        var known = string.Join(", ", facts.OfType<string>());
        return string.Join(": ", new[] { known, slot.Sentence }.Where(text => !string.IsNullOrEmpty(text)));
    }

    /// <summary>How the run went, where that says more than how the slot ended; null for the others and while it is open.</summary>
    private static string? Outcome(Slot slot) => slot.Outcome == "skipped" ? null : slot.Outcome;

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Slot> slots, ScheduleHolder? holder)
    {
        writer.WriteStartArray();
        foreach (var slot in slots)
            Write(writer, slot, holder);
        writer.WriteEndArray();
    }

    private static string Local(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("ddd yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
