using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>
/// One pillar as last seen. A null score or evidence means that the policy mapped no field to it: never seen, so that mapping one
/// later is a first sight and no change.
/// </summary>
/// <param name="Score">As JSON: 2, "two", null for unscored.</param>
/// <param name="Evidence">A hash of its text; "" for none.</param>
internal sealed record PillarMemory(string? Score, string? Evidence, string? ScoreChangedAt, string? EvidenceChangedAt)
{
    private static readonly PillarMemory NeverSeen = new(null, null, null, null);

    /// <summary>Reads the five pillars in their order.</summary>
    public static PillarMemory[] ListOf(string json) => JsonSerializer.Deserialize<PillarMemory[]>(json)!;

    public static string Text(IReadOnlyList<PillarMemory> pillars) => JsonSerializer.Serialize(pillars);

    public static PillarMemory[] None() => [.. Pillars.All.Select(_ => NeverSeen)];

    public static ScoreHistory History(IReadOnlyList<PillarMemory> seen) => new(Pillars.All
        .Where(pillar => seen[(int)pillar] is not { ScoreChangedAt: null, EvidenceChangedAt: null })
        .ToDictionary(pillar => pillar, pillar => seen[(int)pillar].ToChange()));

    /// <summary>The five pillars as they stand now.</summary>
    /// <param name="at">When a change is taken to have happened.</param>
    public static PillarMemory[] See(IReadOnlyList<PillarMemory> before, Opportunity opportunity, FieldMap fields, string at) =>
        [.. Pillars.All.Select(pillar => before[(int)pillar].See(opportunity, pillar, fields, at))];

    /// <summary>The pillar as it stands now; this very object when nothing changed.</summary>
    private PillarMemory See(Opportunity opportunity, Pillar pillar, FieldMap fields, string at)
    {
        var score = fields.Has(pillar.ScoreField()) ? ScoreText(opportunity.Score(pillar)) : Score;
        var evidence = fields.Has(pillar.EvidenceField()) ? Hash(opportunity.Evidence(pillar)) : Evidence;
        return score == Score && evidence == Evidence
            ? this
            : new PillarMemory(
                score,
                evidence,
                Score is not null && score != Score ? at : ScoreChangedAt,
                Evidence is not null && evidence != Evidence ? at : EvidenceChangedAt);
    }

    /// <summary>The score as JSON: a text "2" is no number 2.</summary>
    public static string ScoreText(PillarScore score) => score.Raw switch
    {
        { IsNull: true } => "null",
        { AsText: { } text } => JsonSerializer.Serialize(text),
        { AsNumber: { } number } => number.ToString(CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private static string Hash(string? evidence) => string.IsNullOrWhiteSpace(evidence)
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)).AsSpan(0, 16));

    private ScoreChange ToChange() => new(Stored.InstantOrNull(ScoreChangedAt), Stored.InstantOrNull(EvidenceChangedAt));
}
