using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Shadows;

/// <summary>What a candidate policy would have decided beside a run.</summary>
/// <param name="StartedAt">The run's start.</param>
/// <param name="PolicyHash">Null: the candidate could not be read.</param>
/// <param name="Failed">Deals of which it could not decide.</param>
/// <param name="Problem">Why it did not decide, or not all; null: it did.</param>
/// <param name="Disagreements">What differed, counted, as JSON.</param>
public sealed record ShadowEntry(RunId Run, DateTimeOffset StartedAt, string? PolicyHash, long Decided, long Different, long Failed, string? Problem, string Disagreements);
