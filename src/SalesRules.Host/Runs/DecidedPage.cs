using SalesRules.Plans;
using SalesRules.Salesforce.Reading;

namespace SalesRules.Host.Runs;

/// <summary>One page of the arrow: what was decided and planned, and the rows that could not be read.</summary>
/// <param name="Read">How many rows the page was made from, counted as they came: not from what became of them.</param>
/// <param name="Settled">How many of its rows were there when the run began, and have not changed since.</param>
/// <param name="Late">How many changed before the last window began and were not seen by the run that should have read them.</param>
internal sealed record DecidedPage(IReadOnlyList<PlannedDecision> Decisions, IReadOnlyList<SnapshotRow> Unreadable, int Read, int Settled = 0, int Late = 0);
