using SalesRules.Alerts;

namespace SalesRules.Journal.Alerts;

/// <summary>A row of alerts on its way into the journal.</summary>
internal sealed record AlertRow
{
    /// <summary>The key names the transition: found again, it is not raised again.</summary>
    public const string Insert =
        """
        insert into alerts (org_id, alert_key, kind, opportunity_id, run_id, content, raised_at)
        values (@OrgId, @AlertKey, @Kind, @OpportunityId, @RunId, @Content, @RaisedAt)
        on conflict (org_id, alert_key) do nothing
        """;

    public string OrgId { get; init; } = "";

    public string AlertKey { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? OpportunityId { get; init; }

    public string? RunId { get; init; }

    public string Content { get; init; } = "";

    public string RaisedAt { get; init; } = "";

    public static AlertRow Of(string orgId, string? runId, Alert alert, string raisedAt) => new()
    {
        OrgId = orgId,
        AlertKey = alert.Key,
        Kind = alert.Kind.Name(),
        OpportunityId = alert.Deal?.Id.Value,
        RunId = runId,
        Content = AlertJson.Write(alert),
        RaisedAt = raisedAt,
    };
}
