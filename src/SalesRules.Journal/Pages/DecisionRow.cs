namespace SalesRules.Journal.Pages;

/// <summary>A row of decisions.</summary>
internal sealed record DecisionRow
{
    public const string Insert =
        """
        insert into decisions (org_id, opportunity_id, revision, run_id, decision_id, policy_hash, as_of, decided_at, standing, decision, snapshot, context, drift)
        values (@OrgId, @OpportunityId, @Revision, @RunId, @DecisionId, @PolicyHash, @AsOf, @DecidedAt, @Standing, @Decision, @Snapshot, @Context, @Drift)
        """;

    public const string IdsOfDeals = "select decision_id from decisions where org_id = @orgId and opportunity_id in (@ids)";

    public string OrgId { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public int Revision { get; init; }

    public string RunId { get; init; } = "";

    public string DecisionId { get; init; } = "";

    public string PolicyHash { get; init; } = "";

    public string AsOf { get; init; } = "";

    public string DecidedAt { get; init; } = "";

    public string Standing { get; init; } = "";

    public string? Decision { get; init; }

    public string Snapshot { get; init; } = "";

    /// <summary>What the decision was made from beside the record; null: it was made before this was kept.</summary>
    public string? Context { get; init; }

    /// <summary>What of its schema the org lacked; null: it was made before this was kept.</summary>
    public string? Drift { get; init; }

    /// <summary>Its run's, where it is read with it.</summary>
    public string? Program { get; init; }
}
