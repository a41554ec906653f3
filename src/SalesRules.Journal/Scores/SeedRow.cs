namespace SalesRules.Journal.Scores;

/// <summary>A confirmed write that filled or emptied pillars, beside what is remembered of its deal.</summary>
internal sealed record SeedRow
{
    public const string OfConfirmed =
        """
        select w.opportunity_id, w.pillars, d.scores, d.seeded from writes w
        join deals d on d.org_id = w.org_id and d.opportunity_id = w.opportunity_id
        where w.org_id = @orgId and w.run_id = @runId and w.state = 'confirmed' and w.settled_at = @now and w.pillars is not null
        """;

    public const string Remember = "update deals set scores = @Scores, seeded = @Seeded where org_id = @OrgId and opportunity_id = @OpportunityId";

    public string OpportunityId { get; init; } = "";

    public string Pillars { get; init; } = "";

    public string Scores { get; init; } = "";

    public string? Seeded { get; init; }
}
