namespace SalesRules.Sandbox.Schema;

/// <summary>One entry of a picklist: what is stored (<paramref name="Value"/>) and what people read.</summary>
public sealed record PicklistValue(string Value, string Label, bool Active = true, bool DefaultValue = false);
