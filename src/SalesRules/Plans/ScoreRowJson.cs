using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>A row of the score history as JSON, the same in the plan file and in the journal.</summary>
public static class ScoreRowJson
{
    public static void Write(Utf8JsonWriter writer, ScoreRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, row.Key);
        writer.WriteStartArray("scores"u8);
        foreach (var pillar in Pillars.All)
        {
            if (row.Scores[pillar] is { } points)
                writer.WriteNumberValue(points);
            else
                writer.WriteNullValue();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("evidence"u8);
        foreach (var evidence in row.Evidence)
            writer.WriteStringValue(evidence);
        writer.WriteEndArray();
        writer.WriteString("scoredOn"u8, row.ScoredOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("scoredBy"u8, row.ScoredBy?.Value);
        writer.WriteString("stage"u8, row.Stage);
        writer.WriteString("category"u8, row.Category);
        writer.WriteStartArray("inherited"u8);
        foreach (var pillar in row.Inherited)
            writer.WriteStringValue(pillar.Name());
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">A value is of the wrong form.</exception>
    public static ScoreRow Read(JsonElement json)
    {
        var scores = json.GetProperty("scores").EnumerateArray().Select(score => score.ValueKind == JsonValueKind.Null ? (int?)null : score.GetInt32()).ToList();
        var evidence = json.GetProperty("evidence").EnumerateArray().Select(text => text.GetString()).ToList();
        if (scores.Count != Pillars.All.Length || evidence.Count != Pillars.All.Length)
            throw new FormatException("a row of the score history has five scores and five evidences");
        var inherited = json.GetProperty("inherited").EnumerateArray().Select(pillar => pillar.GetString()).ToHashSet();
        return new ScoreRow
        {
            Key = json.GetProperty("key").GetString() ?? throw new FormatException("a row of the score history lacks its key"),
            Scores = new MiqlScores(scores[0], scores[1], scores[2], scores[3], scores[4]),
            Evidence = evidence,
            ScoredOn = json.GetProperty("scoredOn").GetString() is { } on ? DateOnly.ParseExact(on, "O", System.Globalization.CultureInfo.InvariantCulture) : null,
            ScoredBy = json.GetProperty("scoredBy").GetString() is { } by ? SalesforceId.Parse(by) : null,
            Stage = json.GetProperty("stage").GetString(),
            Category = json.GetProperty("category").GetString(),
            Inherited = PillarSet.Where(pillar => inherited.Contains(pillar.Name())),
        };
    }
}
