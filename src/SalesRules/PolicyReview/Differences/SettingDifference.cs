namespace SalesRules.PolicyReview.Differences;

/// <summary>A setting that two policies give different values.</summary>
/// <param name="Key">The path of the key; items of a list by their name: stages[POV].type.</param>
/// <param name="Old">As the file writes it; null: the old policy has no such key and no default for it.</param>
/// <param name="New">The same of the new one.</param>
public sealed record SettingDifference(string Key, string? Old, string? New);
