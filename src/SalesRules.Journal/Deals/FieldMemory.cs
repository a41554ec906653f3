using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>
/// The fields of a deal as last seen, so that a change shows: a short hash of what stands in each, and when each was last seen to change.
/// Values are not kept. A field that the policy does not map, or that the org has lost, keeps what was seen of it.
/// </summary>
/// <param name="Since">Since when none of the fields without a change has changed: the first version's own last change.</param>
/// <param name="Hashes">By the catalogue's name; what was empty is absent.</param>
/// <param name="Changed">By the catalogue's name.</param>
internal sealed record FieldMemory(string Since, SortedDictionary<string, string> Hashes, SortedDictionary<string, string> Changed)
{
    // 32 bits: of four billion changes one goes unseen.
    private const int HashBytes = 4;

    /// <summary>The fields that people fill in or correct, of the opportunity itself; scores have a history of their own.</summary>
    private static readonly OpportunityField[] Watched =
    [
        .. OpportunityFields.All.Where(field =>
            field.Access != FieldAccess.Owned
            && (field.IsCustom || field.ApiName is "Amount" or "CloseDate" or "NextStep" or "StageName" or "ForecastCategoryName" or "Type" or "OwnerId")
            && !field.ApiName.Contains('.', StringComparison.Ordinal)
            && !Pillars.All.Any(pillar => field.ApiName == pillar.ScoreField() || field.ApiName == pillar.EvidenceField())),
    ];

    public static FieldMemory Read(string json) => JsonSerializer.Deserialize<FieldMemory>(json)!;

    public string Text() => JsonSerializer.Serialize(this);

    public FieldHistory History() => new(Stored.Instant(Since), Changed.ToDictionary(change => change.Key, change => Stored.Instant(change.Value), StringComparer.Ordinal));

    /// <summary>The fields as they stand now; the very memory before when nothing changed.</summary>
    /// <param name="before">Null: the deal was never looked at so.</param>
    /// <param name="at">When a change is taken to have happened.</param>
    public static FieldMemory See(FieldMemory? before, Opportunity opportunity, FieldMap fields, string at)
    {
        var hashes = Hash(opportunity, fields, before);
        if (before is null)
            return new FieldMemory(Stored.Text(opportunity.LastModifiedDate) ?? at, hashes, []);
        var moved = Watched.Select(field => field.ApiName)
            .Where(name => before.Hashes.GetValueOrDefault(name) != hashes.GetValueOrDefault(name)).ToList();
        if (moved.Count == 0)
            return before;
        var changed = new SortedDictionary<string, string>(before.Changed, StringComparer.Ordinal);
        foreach (var name in moved)
            changed[name] = at;
        return before with { Hashes = hashes, Changed = changed };
    }

    private static SortedDictionary<string, string> Hash(Opportunity opportunity, FieldMap fields, FieldMemory? before)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Watched)
        {
            var hash = fields.NameOf(field) is null ? before?.Hashes.GetValueOrDefault(field.ApiName) : HashOf(field, opportunity);
            if (hash is not null)
                hashes[field.ApiName] = hash;
        }

        return hashes;
    }

    private static string? HashOf(OpportunityField field, Opportunity opportunity) => field.IsEmpty(opportunity)
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(field.ValueOf(opportunity).ToString())).AsSpan(0, HashBytes));
}
