namespace SalesRules.Sandbox.Soql;

/// <summary>A query the org refuses: the error code and the message as they go over the wire.</summary>
public sealed class SoqlException(string errorCode, string message) : Exception(message)
{
    /// <summary>Salesforce's code, for example <c>INVALID_FIELD</c>.</summary>
    public string ErrorCode { get; } = errorCode;
}
