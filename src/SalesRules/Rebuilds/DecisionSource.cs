using SalesRules.Portfolio;

namespace SalesRules.Rebuilds;

/// <summary>What was kept of a decision so that it can be made again, beside the policy.</summary>
/// <param name="Snapshot">The record as it was read, in Salesforce's REST shape under the org's names.</param>
/// <param name="Context">What was known around it, as <see cref="Rules.DealContextJson"/> writes it.</param>
/// <param name="DecidedAt">The instant for which it was decided.</param>
/// <param name="Aging">How long deals stayed in each stage on that day; null: nothing was worked out.</param>
public sealed record DecisionSource(string Snapshot, string Context, DateTimeOffset DecidedAt, StageAging? Aging);
