using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// Writes a deal's context as JSON: what is unknown is left out, and of the org's users only those whom the deal's rules can ask about are
/// kept.
/// </summary>
internal static class DealContextWriter
{
    public static void Write(Utf8JsonWriter writer, Opportunity opportunity, DealContext context)
    {
        writer.WriteStartObject();
        WriteDate(writer, "today"u8, context.Today);
        WriteList(writer, "stageHistory"u8, context.StageHistory, entry =>
        {
            writer.WriteString("stage"u8, entry.StageName);
            WriteInstant(writer, "at"u8, entry.EnteredAt);
            WriteId(writer, "by"u8, entry.EnteredBy);
        });
        WriteList(writer, "users"u8, context.Users?.Around(opportunity), user =>
        {
            WriteId(writer, "id"u8, user.Id);
            writer.WriteString("name"u8, user.Name);
            writer.WriteBoolean("active"u8, user.IsActive);
            WriteId(writer, "manager"u8, user.ManagerId);
            WriteText(writer, "role"u8, user.Role);
        });
        if (context.ScoreHistory is { } scores)
            WriteScores(writer, scores);
        WriteDate(writer, "deferredSince"u8, context.DeferredSince);
        if (context.LastCorrection is { } correction)
        {
            writer.WriteStartObject("lastCorrection"u8);
            writer.WriteString("to"u8, correction.To.Name());
            WriteNumber(writer, "probability"u8, correction.Probability);
            writer.WriteEndObject();
        }

        WriteList(writer, "contested"u8, context.Contested.Count == 0 ? null : context.Contested, field =>
        {
            writer.WriteString("field"u8, field.Field);
            field.To.WriteTo(writer, "to"u8);
            writer.WriteNumber("rounds"u8, field.Rounds);
            WriteId(writer, "by"u8, field.By);
        });
        WriteNames(writer, "neverScored"u8, context.NeverScored?.Select(pillar => pillar.Name()));
        WriteNames(writer, "inherited"u8, context.InheritedPillars.Count == 0 ? null : context.InheritedPillars.Order().Select(pillar => pillar.Name()));
        if (context.PovQueue is { } queue)
        {
            writer.WriteStartObject("povQueue"u8);
            WriteNumber(writer, "place"u8, queue.PlaceOf(opportunity.Id));
            writer.WriteNumber("length"u8, queue.Length);
            writer.WriteEndObject();
        }

        WriteList(writer, "episodes"u8, context.Episodes.Later is { Count: > 0 } later ? later : null, episode =>
        {
            writer.WriteString("rule"u8, episode.Rule);
            writer.WriteString("part"u8, episode.Part);
            writer.WriteNumber("number"u8, episode.Number);
        });
        WriteId(writer, "serviceUser"u8, context.ServiceUser);
        if (context.FieldHistory is { } fields)
            WriteFields(writer, fields);
        WriteSurroundings(writer, context);
        writer.WriteEndObject();
    }

    private static void WriteSurroundings(Utf8JsonWriter writer, DealContext context)
    {
        WriteList(writer, "contacts"u8, context.Contacts, contact =>
        {
            WriteId(writer, "id"u8, contact.Id);
            WriteId(writer, "account"u8, contact.AccountId);
            WriteDate(writer, "lastActivity"u8, contact.LastActivityOn);
        });
        if (context.Activity is { } activity)
        {
            writer.WriteStartObject("activity"u8);
            WriteDate(writer, "last"u8, activity.LastOn);
            WriteDate(writer, "nextMeeting"u8, activity.NextMeetingOn);
            writer.WriteEndObject();
        }

        WriteId(writer, "championAccount"u8, context.ChampionAccount);
        WriteList(writer, "siblings"u8, context.Siblings, sibling =>
        {
            WriteId(writer, "id"u8, sibling.Id);
            WriteText(writer, "name"u8, sibling.Name);
            WriteNumber(writer, "amount"u8, sibling.Amount);
            writer.WriteString("motion"u8, sibling.Motion.ToString());
        });
        WriteNames(writer, "repeatedTexts"u8, context.RepeatedTexts?.Order(StringComparer.Ordinal));
        if (context.Aging is not null)
            writer.WriteBoolean("aging"u8, true);
        if (context.Original is { } original)
        {
            writer.WriteStartObject("original"u8);
            WriteId(writer, "id"u8, original.Id);
            WriteNumber(writer, "quantify"u8, original.Quantify);
            WriteDate(writer, "closed"u8, original.ClosedOn);
            if (original.HandsOver)
                WriteScoresAtClose(writer, original);
            writer.WriteEndObject();
        }
    }

    private static void WriteScoresAtClose(Utf8JsonWriter writer, OriginalSale original)
    {
        writer.WriteStartObject("handsOver"u8);
        foreach (var pillar in Pillars.All)
            WriteNumber(writer, System.Text.Encoding.UTF8.GetBytes(pillar.Name()), original.Scores[pillar]);
        writer.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter writer, ScoreHistory scores)
    {
        writer.WriteStartObject("scores"u8);
        foreach (var pillar in Pillars.All)
        {
            if (scores.Last(pillar) is not { } last)
                continue;
            writer.WriteStartObject(pillar.Name());
            WriteInstant(writer, "score"u8, last.ScoreChangedAt);
            WriteInstant(writer, "evidence"u8, last.EvidenceChangedAt);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, FieldHistory fields)
    {
        writer.WriteStartObject("fields"u8);
        WriteInstant(writer, "since"u8, fields.Since);
        writer.WriteStartObject("changed"u8);
        foreach (var (field, at) in fields.Changes.OrderBy(change => change.Key, StringComparer.Ordinal))
            writer.WriteString(field, FieldValue.Of(at).ToString());
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyList<T>? items, Action<T> write)
    {
        if (items is null)
            return;
        writer.WriteStartArray(property);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IEnumerable<string>? names)
    {
        if (names is null)
            return;
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> property, string? text)
    {
        if (text is not null)
            writer.WriteString(property, text);
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> property, decimal? number)
    {
        if (number is { } value)
            writer.WriteNumber(property, value);
    }

    private static void WriteId(Utf8JsonWriter writer, ReadOnlySpan<byte> property, SalesforceId? id) => WriteText(writer, property, id?.Value);

    private static void WriteDate(Utf8JsonWriter writer, ReadOnlySpan<byte> property, DateOnly? date)
    {
        if (date is not null)
            writer.WriteString(property, FieldValue.Of(date).ToString());
    }

    // Ticks count: what a rule compared then, it compares again.
    private static void WriteInstant(Utf8JsonWriter writer, ReadOnlySpan<byte> property, DateTimeOffset? instant)
    {
        if (instant is { } at)
            writer.WriteString(property, at);
    }
}
