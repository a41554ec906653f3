using SalesRules.Journal.Runs;
using SalesRules.Plans;

namespace SalesRules.Journal.Writes;

/// <summary>A write without a receipt: to be read back, then settled under its run.</summary>
/// <param name="SentAt">When it may have gone out.</param>
public sealed record UnclearWrite(RunId Run, PlannedRecord Record, DateTimeOffset? SentAt);
