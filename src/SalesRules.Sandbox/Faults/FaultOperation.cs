namespace SalesRules.Sandbox.Faults;

/// <summary>What a call does. Several may be joined; scripts write <c>"query, queryMore"</c>.</summary>
[Flags]
public enum FaultOperation
{
    /// <summary>No operation; a fault aimed at it would never strike.</summary>
    None = 0,

    /// <summary>Getting a token, by OAuth or SOAP.</summary>
    Token = 1 << 0,

    /// <summary>Userinfo, introspection, revocation, identity URLs.</summary>
    Identity = 1 << 1,

    /// <summary>The list of API versions, and the resources of one.</summary>
    Versions = 1 << 2,

    /// <summary>The first page of a query.</summary>
    Query = 1 << 3,

    /// <summary>A further page.</summary>
    QueryMore = 1 << 4,

    /// <summary>One row by id or external id.</summary>
    Get = 1 << 5,

    /// <summary>Several rows by id (collections).</summary>
    Retrieve = 1 << 6,

    /// <summary>New rows, one or many.</summary>
    Insert = 1 << 7,

    /// <summary>Changes by id, of one row or many.</summary>
    Update = 1 << 8,

    /// <summary>Saves by external id, of one row or many.</summary>
    Upsert = 1 << 9,

    /// <summary>Deletes, of one row or many.</summary>
    Delete = 1 << 10,

    /// <summary>Describe, of the org or an object.</summary>
    Describe = 1 << 11,

    /// <summary>The org's limits.</summary>
    Limits = 1 << 12,

    /// <summary>Ids of rows updated or deleted within a span.</summary>
    Changes = 1 << 13,

    /// <summary>Calls made of calls: composite, batch.</summary>
    Composite = 1 << 14,

    /// <summary>Jobs of the Bulk API.</summary>
    Bulk = 1 << 15,

    /// <summary>Streaming.</summary>
    Streaming = 1 << 16,

    /// <summary>Whatever is none of these.</summary>
    Other = 1 << 17,

    /// <summary>Everything that reads records.</summary>
    Read = Query | QueryMore | Get | Retrieve,

    /// <summary>Everything that saves records.</summary>
    Write = Insert | Update | Upsert | Delete,

    /// <summary>Every call.</summary>
    Any = (1 << 18) - 1,
}
