namespace SalesRules.Sandbox;

/// <summary>
/// Points on which Salesforce's behaviour is unconfirmed or depends on the org's setup. The defaults are the likelier answers;
/// a client is tested against both.
/// </summary>
public sealed record SandboxBehaviors
{
    /// <summary>An unknown StageName is refused with INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST instead of stored as an open stage.</summary>
    public bool StrictStageNames { get; init; }

    /// <summary>A forecast category other than the stage's is refused on a closed stage with FIELD_INTEGRITY_EXCEPTION.</summary>
    public bool RejectCategoryOnClosedStage { get; init; } = true;

    /// <summary>Moving an open deal to a won stage with a close date in the future sets the close date to today.</summary>
    public bool ResetCloseDateWhenWon { get; init; } = true;

    /// <summary>A save that changes nothing still moves LastModifiedDate and SystemModstamp.</summary>
    public bool StampUnchangedSaves { get; init; } = true;

    /// <summary>A failed precondition (412) comes with an error body; otherwise without any.</summary>
    public bool ExplainFailedPreconditions { get; init; } = true;

    /// <summary>An unknown field in one record fails a whole collections request with 400; otherwise only its record.</summary>
    public bool UnknownFieldFailsCollection { get; init; }

    /// <summary>An upsert by external id works on Task.</summary>
    public bool TaskUpsert { get; init; } = true;

    /// <summary>PushCount counts only moves of the close date to a later calendar month; otherwise every move to a later day.</summary>
    public bool PushCountByMonth { get; init; } = true;

    /// <summary>JWTs that expire further ahead than this are refused.</summary>
    public TimeSpan LongestJwtLifetime { get; init; } = TimeSpan.FromMinutes(5);
}
