namespace SalesRules.Salesforce.Connection.Usage;

/// <summary>What a call was for.</summary>
public enum CallKind
{
    /// <summary>The OAuth token endpoint; does not count against the org's daily calls.</summary>
    SignIn,

    /// <summary>The OAuth user-info endpoint; does not count against the org's daily calls.</summary>
    Identity,

    /// <summary>The fields of an object.</summary>
    Describe,

    /// <summary>A query's first page.</summary>
    Query,

    /// <summary>A query's further page.</summary>
    QueryMore,

    /// <summary>Fields of records by id.</summary>
    Retrieve,

    /// <summary>A batch of updates.</summary>
    Update,

    /// <summary>A batch of inserts or updates by external id.</summary>
    Upsert,

    /// <summary>One record's update on condition that nobody changed it.</summary>
    ConditionalUpdate,

    /// <summary>Which records were deleted within a span.</summary>
    Deletions,
}
