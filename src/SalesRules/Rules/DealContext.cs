using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// Everything that a decision needs beyond the record itself, as one explicit, immutable input (catalogue section 1). What is
/// null is unknown: a rule that needs it says so instead of guessing.
/// </summary>
public sealed record DealContext
{
    /// <summary>The business date, in the policy's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The stages that the deal went through; null: unknown, then the record's own history counts if it brings one.</summary>
    public IReadOnlyList<StageEntry>? StageHistory { get; init; }

    /// <summary>The org's users; null: unknown, only what the record says of its owner is.</summary>
    public UserDirectory? Users { get; init; }

    /// <summary>When scores and evidence last changed; null: unknown.</summary>
    public ScoreHistory? ScoreHistory { get; init; }

    /// <summary>Since when the gate's state has been Deferred without a break; null: unknown, or it was not.</summary>
    public DateOnly? DeferredSince { get; init; }

    /// <summary>The correction of the category that the service made last, if it still stands; null: none known.</summary>
    public CategoryCorrection? LastCorrection { get; init; }

    /// <summary>Fields that somebody keeps setting back: their corrections are not made again.</summary>
    public IReadOnlyList<ContestedField> Contested { get; init; } = [];

    /// <summary>Pillars whose score was inherited from the original sale: they count as unscored for ceiling and gate.</summary>
    public IReadOnlySet<Pillar> InheritedPillars { get; init; } = NoPillars;

    /// <summary>The pillars that never held a score: only these may be seeded. Null: unknown.</summary>
    public PillarSet? NeverScored { get; init; }

    /// <summary>The place of approved POVs in the queue; null: unknown, as when each row is decided alone.</summary>
    public PovQueue? PovQueue { get; init; }

    /// <summary>The numbers of the episodes that run for this deal's tasks.</summary>
    public TaskEpisodes Episodes { get; init; } = TaskEpisodes.First;

    /// <summary>The service's own user: what it changes is no person's move. Null: unknown.</summary>
    public SalesforceId? ServiceUser { get; init; }

    /// <summary>When fields last changed; null: unknown.</summary>
    public FieldHistory? FieldHistory { get; init; }

    /// <summary>The contacts with a role in the deal; null: unknown.</summary>
    public IReadOnlyList<CustomerContact>? Contacts { get; init; }

    /// <summary>What people did and will do about the deal; null: unknown, then the record's last activity counts.</summary>
    public DealActivity? Activity { get; init; }

    /// <summary>Where the champion works now; null: unknown.</summary>
    public SalesforceId? ChampionAccount { get; init; }

    /// <summary>The other open deals of the account; null: unknown, as when each row is decided alone.</summary>
    public IReadOnlyList<SiblingDeal>? Siblings { get; init; }

    /// <summary>The fields, by the catalogue's names, whose text stands on so many open deals of the owner that it says nothing; null: unknown.</summary>
    public IReadOnlySet<string>? RepeatedTexts { get; init; }

    /// <summary>How long deals stay in each stage; null: unknown, as when each row is decided alone.</summary>
    public StageAging? Aging { get; init; }

    /// <summary>The sale that this renewal renews; null: unknown.</summary>
    public OriginalSale? Original { get; init; }

    private static readonly IReadOnlySet<Pillar> NoPillars = new HashSet<Pillar>();
}
