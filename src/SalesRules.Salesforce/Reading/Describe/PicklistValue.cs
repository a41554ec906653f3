namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>One value of a picklist.</summary>
/// <param name="Value">What the API reads and writes.</param>
/// <param name="Label">What people see.</param>
/// <param name="Active">False for a value that old records may still hold.</param>
public sealed record PicklistValue(string Value, string Label, bool Active);
