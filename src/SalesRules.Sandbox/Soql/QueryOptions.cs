namespace SalesRules.Sandbox.Soql;

/// <summary>What a request says beside the query itself.</summary>
public sealed record QueryOptions
{
    /// <summary>The API version of the request's path, such as 64.0: URLs in the reply carry the same.</summary>
    public string ApiVersion { get; init; } = "64.0";

    /// <summary>queryAll: rows in the recycle bin belong to the result.</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Rows of one page. Salesforce takes it as a hint and stays within 200 to 2,000.</summary>
    public int BatchSize { get; init; } = 2000;

    /// <summary>The user who asks; what USING SCOPE mine means.</summary>
    public string? UserId { get; init; }

    internal int EffectiveBatchSize => Math.Clamp(BatchSize, 200, 2000);
}
