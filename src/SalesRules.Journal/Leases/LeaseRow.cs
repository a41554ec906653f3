namespace SalesRules.Journal.Leases;

/// <summary>A row of leases.</summary>
internal sealed record LeaseRow
{
    /// <summary>The org's first lease makes the row; two that come at once make one.</summary>
    public const string Provide =
        "insert into leases (org_id, name, token) values (@OrgId, @Name, 0) on conflict (org_id, name) do nothing";

    /// <summary>To be followed by the dialect's hold.</summary>
    public const string Find = "select l.* from leases l where l.org_id = @OrgId and l.name = @Name ";

    /// <summary>Of the run and of the lease that it was started under. To be followed by the dialect's hold.</summary>
    public const string FindOfRun =
        """
        select l.*, r.lease_token as run_token from runs r join leases l on l.org_id = r.org_id and l.name = r.lease_name
        where r.run_id = @runId
        """;

    public const string Take =
        """
        update leases set token = @Token, host = @Host, process_id = @ProcessId, acquired_at = @AcquiredAt, expires_at = @ExpiresAt
        where org_id = @OrgId and name = @Name
        """;

    public const string Renew = "update leases set expires_at = @ExpiresAt where org_id = @OrgId and name = @Name and token = @Token";

    public string OrgId { get; init; } = "";

    public string Name { get; init; } = "";

    public long Token { get; init; }

    public string? Host { get; init; }

    public int? ProcessId { get; init; }

    public string? AcquiredAt { get; init; }

    public string? ExpiresAt { get; init; }

    /// <summary>Where it was looked for by a run: the token that the run carries.</summary>
    public long RunToken { get; init; }

    /// <summary>What it is the right to work on, for messages.</summary>
    public string Subject => OrgId.Length == 0 ? $"schedule {Name}" : $"org {OrgId}";

    /// <summary>Who took it last, and when; nobody ever did only before its first holder.</summary>
    public string TakenBy => new LeaseHolder(Host!, ProcessId!.Value).Since(AcquiredAt!);
}
