namespace SalesRules.Sandbox.Schema;

/// <summary>What describe says about an object as a whole.</summary>
public sealed record SObjectTraits(string Name, string KeyPrefix, string Label, string LabelPlural)
{
    public bool Custom { get; init; }
    public bool Createable { get; init; } = true;
    public bool Updateable { get; init; } = true;
    public bool Deletable { get; init; } = true;
    public bool Undeletable { get; init; } = true;
    public bool Replicateable { get; init; } = true;
    public bool Retrieveable { get; init; } = true;
    public bool Searchable { get; init; } = true;
    public bool Layoutable { get; init; } = true;
    public bool SearchLayoutable { get; init; } = true;
    public bool CompactLayoutable { get; init; } = true;
    public bool Triggerable { get; init; } = true;
    public bool Mergeable { get; init; }
    public bool MruEnabled { get; init; } = true;
    public bool FeedEnabled { get; init; } = true;
    public bool DeepCloneable { get; init; }
    public IReadOnlyList<RecordTypeInfo> RecordTypes { get; init; } = [RecordTypeInfo.MasterType];

    /// <summary>Filter scopes, name and label, as describe lists them.</summary>
    public IReadOnlyList<(string Name, string Label)> SupportedScopes { get; init; } = [];

    /// <summary>A child of a master: it has no owner of its own and goes when the master goes.</summary>
    public bool Detail { get; init; }

    /// <summary>The same as an object of Setup: no page, search, trigger or feed shows it, and it has no bin.</summary>
    public SObjectTraits InSetup() => this with
    {
        Undeletable = false,
        Searchable = false,
        Layoutable = false,
        SearchLayoutable = false,
        CompactLayoutable = false,
        Triggerable = false,
        MruEnabled = false,
        FeedEnabled = false,
        RecordTypes = [],
        SupportedScopes = [("everything", $"All {LabelPlural.ToLowerInvariant()}")],
    };

    /// <summary>The same as an object that the org alone writes: everybody may read it, nobody changes it through the API.</summary>
    public SObjectTraits WrittenByTheOrg() => InSetup() with { Createable = false, Updateable = false, Deletable = false };
}
