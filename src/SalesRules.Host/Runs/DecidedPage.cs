using SalesRules.Plans;
using SalesRules.Salesforce.Reading;

namespace SalesRules.Host.Runs;

/// <summary>One page of the arrow: what was decided and planned, and the rows that could not be read.</summary>
internal sealed record DecidedPage(IReadOnlyList<PlannedDecision> Decisions, IReadOnlyList<SnapshotRow> Unreadable);
