using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Journal.Database;
using SalesRules.Journal.Deals;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Scores;

/// <summary>
/// The pillars that a write of ours fills, or empties where it is taken back. Once it is confirmed they are remembered as seen: what the
/// service changes is no scoring.
/// </summary>
/// <param name="On">The business date of the decision.</param>
/// <param name="Points">By the pillar's name; null: emptied.</param>
internal sealed record WrittenPillars(string On, Dictionary<string, int?> Points)
{
    /// <summary>As JSON; null: the record's write touches no pillar.</summary>
    public static string? Text(PlannedRecord record, FieldMap fields, DateOnly on)
    {
        var points = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var change in record.Changes)
        {
            if (Pillars.All.FirstOrDefault(pillar => fields.NameOf(OpportunityFields.ScoreOf(pillar)) == change.Field) is var pillar && fields.NameOf(OpportunityFields.ScoreOf(pillar)) == change.Field)
                points[pillar.Name()] = (int?)change.To.AsNumber;
        }

        return points.Count == 0 ? null : JsonSerializer.Serialize(new WrittenPillars(Stored.Text(on), points));
    }

    public static WrittenPillars Read(string json) => JsonSerializer.Deserialize<WrittenPillars>(json)!;

    /// <summary>What was carried over; null: nothing was, as where it was taken back.</summary>
    public SeededScores? ToSeeded() => Points.Values.All(points => points is null)
        ? null
        : new SeededScores(Stored.DateOrNull(On)!.Value, new MiqlScores(Of(Pillar.Outcome), Of(Pillar.Maps), Of(Pillar.Insight), Of(Pillar.Quantify), Of(Pillar.Leadership)));

    /// <summary>The deal's memory of its pillars with these as seen; when they changed stays as it was.</summary>
    public string Remembered(string scores) => PillarMemory.Text([.. PillarMemory.ListOf(scores).Select((memory, index) =>
        Points.TryGetValue(((Pillar)index).Name(), out var points) ? memory with { Score = points is { } seeded ? PillarMemory.ScoreText(PillarScore.From(seeded)) : "null" } : memory)]);

    private int? Of(Pillar pillar) => Points.GetValueOrDefault(pillar.Name());
}
