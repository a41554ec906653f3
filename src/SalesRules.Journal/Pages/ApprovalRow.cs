namespace SalesRules.Journal.Pages;

/// <summary>A row of approvals.</summary>
internal sealed record ApprovalRow
{
    /// <summary>An approval that was decided before and never got on record gives way to the one that is decided now.</summary>
    public const string DropUnrecorded = "delete from approvals where org_id = @OrgId and opportunity_id = @OpportunityId and recorded_at is null";

    public const string Insert =
        """
        insert into approvals (org_id, opportunity_id, revision, run_id, approved_at, state, path, outcome, maps, insight, quantify, leadership, first_seen)
        values (@OrgId, @OpportunityId, @Revision, @RunId, @ApprovedAt, @State, @Path, @Outcome, @Maps, @Insight, @Quantify, @Leadership, @FirstSeen)
        """;

    public string OrgId { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public int Revision { get; init; }

    public string RunId { get; init; } = "";

    public string ApprovedAt { get; init; } = "";

    public string State { get; init; } = "";

    public string Path { get; init; } = "";

    public int Outcome { get; init; }

    public int Maps { get; init; }

    public int Insight { get; init; }

    public int Quantify { get; init; }

    public int Leadership { get; init; }

    public bool FirstSeen { get; init; }

    public string? RecordedAt { get; init; }
}
