namespace SalesRules.Sandbox.Identity;

/// <summary>A signed-in user, until the session has been idle too long.</summary>
internal sealed record Session(string UserId, DateTimeOffset Started, DateTimeOffset Expires);
