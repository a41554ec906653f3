using System.Collections.Frozen;

namespace SalesRules.Snapshots;

/// <summary>
/// How an organisation names the catalogue's fields. A field that is mapped to nothing is absent: it is not read, and the
/// rules that need it are listed as not run.
/// </summary>
public sealed class FieldMap
{
    private readonly string?[] orgNames;
    private readonly FrozenDictionary<string, OpportunityField>.AlternateLookup<ReadOnlySpan<char>> byOrgName;
    private readonly FrozenDictionary<string, OpportunityField> byLabel;

    /// <param name="orgNames">Catalogue name to the org's API name, or to null for absent; names left out keep the catalogue's.</param>
    public FieldMap(IReadOnlyDictionary<string, string?> orgNames)
    {
        var renamed = orgNames.ToDictionary(StringComparer.OrdinalIgnoreCase);
        this.orgNames = [.. OpportunityFields.All.Select(field => renamed.TryGetValue(field.ApiName, out var name) ? name : field.IsMapped ? null : field.ApiName)];
        Fields = [.. OpportunityFields.All.Where(field => NameOf(field) is not null)];
        KeptEvidence = PillarSet.Where(pillar => Has(pillar.EvidenceField()));
        byOrgName = Fields.ToFrozenDictionary(field => NameOf(field)!, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        byLabel = Fields.ToFrozenDictionary(field => field.Label, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The catalogue's own names.</summary>
    public static FieldMap Default { get; } = new(new Dictionary<string, string?>());

    /// <summary>Fields that every org has under their own name and without which nothing can be decided or written.</summary>
    public static IReadOnlyList<string> Essential { get; } = ["Id", "OwnerId", "StageName", "ForecastCategoryName", "IsClosed", "SystemModstamp"];

    /// <summary>The fields that the organisation has, in catalogue order.</summary>
    public IReadOnlyList<OpportunityField> Fields { get; }

    /// <summary>The pillars whose evidence the organisation has a field for.</summary>
    public PillarSet KeptEvidence { get; }

    /// <summary>The map of an org that has lost these fields: there they are absent.</summary>
    public FieldMap Without(IEnumerable<OpportunityField> lost)
    {
        var names = OpportunityFields.All.ToDictionary(field => field.ApiName, NameOf);
        foreach (var field in lost)
            names[field.ApiName] = null;
        return new FieldMap(names);
    }

    /// <summary>The org's name of a field; null when it is absent.</summary>
    public string? NameOf(OpportunityField field) => orgNames[field.Place];

    /// <summary>Whether the organisation has the field of that catalogue name.</summary>
    public bool Has(string catalogueName) => NameOf(OpportunityFields.Get(catalogueName)) is not null;

    /// <summary>The field that the org calls so (dots for parents: Owner.Email), or null.</summary>
    public OpportunityField? Find(ReadOnlySpan<char> orgName) => byOrgName.TryGetValue(orgName, out var field) ? field : null;

    /// <summary>The field behind a column heading: an API name or a report's label; null for a column that means nothing to us.</summary>
    public OpportunityField? FindHeading(string heading) => Find(heading) ?? byLabel.GetValueOrDefault(heading);
}
