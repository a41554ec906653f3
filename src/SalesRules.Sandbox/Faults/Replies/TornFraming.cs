namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>How a torn reply looks to HTTP.</summary>
public enum TornFraming
{
    /// <summary>Content-Length promises more than is sent before the connection closes.</summary>
    ContentLength,

    /// <summary>A chunked body whose last chunk never comes.</summary>
    Chunked,

    /// <summary>A complete HTTP reply whose JSON ends in the middle, as a proxy passes on that lost the rest itself.</summary>
    Complete,
}
