using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>A proof of value: what was asked for, what is planned, and the approval on record if there is one.</summary>
internal sealed record PovPlan(
    DateOnly? RequestedOn = null, DateOnly? Start = null, DateOnly? End = null, Employee? Engineer = null, DateOnly? ApprovedOn = null);
