namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>Codes for failures that Salesforce itself could not name.</summary>
public static class LocalErrorCodes
{
    /// <summary>The host name of the address is unknown.</summary>
    public const string HostNotFound = "HOST_NOT_FOUND";

    /// <summary>No connection: refused, or the network is down.</summary>
    public const string ConnectionFailed = "CONNECTION_FAILED";

    /// <summary>The server's certificate is not trusted, or TLS could not be agreed.</summary>
    public const string TlsFailed = "TLS_FAILED";

    /// <summary>No reply in time.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The connection broke before the reply was complete.</summary>
    public const string TornReply = "TORN_REPLY";

    /// <summary>A success that is not JSON: a login or maintenance page of something in between.</summary>
    public const string NotJson = "NOT_JSON";

    /// <summary>JSON, but without what the call promises.</summary>
    public const string UnexpectedReply = "UNEXPECTED_REPLY";

    /// <summary>Fewer rows arrived than Salesforce announced.</summary>
    public const string ShortRead = "SHORT_READ";

    /// <summary>Not sent: too many recent calls failed.</summary>
    public const string CircuitOpen = "CIRCUIT_OPEN";

    /// <summary>The query does not fit into the address of a call.</summary>
    public const string QueryTooLong = "QUERY_TOO_LONG";

    /// <summary>An error reply without a readable error code, such as a gateway's page.</summary>
    public static string ForStatus(int status) => FormattableString.Invariant($"HTTP_{status}");
}
