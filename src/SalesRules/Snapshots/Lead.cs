namespace SalesRules.Snapshots;

/// <summary>A lead as Salesforce showed it at one instant. What the policy maps no field to is null, and so is what stands empty.</summary>
public sealed record Lead
{
    private const string QueuePrefix = "00G";

    public required SalesforceId Id { get; init; }

    /// <summary>A user or a queue.</summary>
    public required SalesforceId OwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Status { get; init; }

    /// <summary>LeadSource.</summary>
    public string? Source { get; init; }

    /// <summary>0 to 10.</summary>
    public decimal? Fit { get; init; }

    /// <summary>0 to 10.</summary>
    public decimal? Intent { get; init; }

    /// <summary>When somebody first did something about it; null: nobody has.</summary>
    public DateTimeOffset? FirstTouchAt { get; init; }

    /// <summary>When it was handed to sales.</summary>
    public DateOnly? HandedOverOn { get; init; }

    /// <summary>How often sales has tried to reach it.</summary>
    public int? Attempts { get; init; }

    /// <summary>Why nothing more is tried.</summary>
    public string? NoReplyReason { get; init; }

    /// <summary>Whether nobody has taken it: it waits in a queue.</summary>
    public bool IsInQueue => OwnerId.KeyPrefix == QueuePrefix;
}
