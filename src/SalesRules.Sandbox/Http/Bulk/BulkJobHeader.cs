namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>What a bulk job was made with; nothing of it changes.</summary>
internal sealed record BulkJobHeader
{
    public required string Id { get; init; }

    /// <summary>insert, update, upsert, delete, hardDelete, query or queryAll.</summary>
    public required string Operation { get; init; }

    public required string ObjectName { get; init; }

    public required string CreatedById { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    public required decimal ApiVersion { get; init; }

    public required CsvFormat Format { get; init; }
}
