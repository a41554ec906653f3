namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>What a deal is to look like: enough to make everything else about it fit.</summary>
internal sealed record DealShape(Motion Motion, string Stage, string Category);
