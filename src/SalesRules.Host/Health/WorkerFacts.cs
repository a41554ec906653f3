namespace SalesRules.Host.Health;

/// <summary>What the worker was started with, for the health page.</summary>
/// <param name="Salesforce">Where it signs in: a host, never a secret.</param>
/// <param name="IsSandbox">The made-up org in this process.</param>
/// <param name="Writes">Whether it writes to that org.</param>
internal sealed record WorkerFacts(Uri Salesforce, bool IsSandbox, bool Writes, string PolicyPath, string PolicyHash, DateTimeOffset StartedAt);
