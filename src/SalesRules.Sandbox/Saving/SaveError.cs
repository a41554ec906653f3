namespace SalesRules.Sandbox.Saving;

/// <summary>One reason why a record was not saved. <paramref name="StatusCode"/> is <c>errorCode</c> where a row stands alone.</summary>
public sealed record SaveError(string StatusCode, string Message, IReadOnlyList<string> Fields)
{
    public SaveError(string statusCode, string message) : this(statusCode, message, [])
    {
    }
}
