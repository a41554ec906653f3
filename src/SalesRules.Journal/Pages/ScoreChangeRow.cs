namespace SalesRules.Journal.Pages;

/// <summary>A row of score_changes.</summary>
internal sealed record ScoreChangeRow
{
    public const string Insert =
        """
        insert into score_changes (org_id, opportunity_id, pillar, revision, run_id, score, evidence, score_changed, evidence_changed,
            changed_at, seen_at, scored_by, stage, category)
        values (@OrgId, @OpportunityId, @Pillar, @Revision, @RunId, @Score, @Evidence, @ScoreChanged, @EvidenceChanged,
            @ChangedAt, @SeenAt, @ScoredBy, @Stage, @Category)
        """;

    public string OrgId { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public string Pillar { get; init; } = "";

    public int Revision { get; init; }

    public string RunId { get; init; } = "";

    public string Score { get; init; } = "";

    public string? Evidence { get; init; }

    public bool ScoreChanged { get; init; }

    public bool EvidenceChanged { get; init; }

    public string? ChangedAt { get; init; }

    public string SeenAt { get; init; } = "";

    public string? ScoredBy { get; init; }

    public string? Stage { get; init; }

    public string? Category { get; init; }
}
