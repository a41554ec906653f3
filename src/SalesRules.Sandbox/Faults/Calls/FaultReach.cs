using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Http;
using SalesRules.Sandbox.Identity;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>What faults can get at: the org and the machinery around it.</summary>
internal sealed record FaultReach(Org Org, Sessions Sessions, ApiUsage Usage, SoqlEngine Queries, SkewedClock Clock);
