using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Slots;

/// <summary>How a slot ends.</summary>
/// <param name="State">Ran, skipped or caught up.</param>
/// <param name="Outcome">How the run went, in one word.</param>
/// <param name="Sentence">For a person; holds no customer values.</param>
/// <param name="CaughtUpBy">The slot whose run did its work; null: it is not caught up, or by a run without a slot of its own.</param>
public sealed record SlotEnd(SlotState State, string Outcome, string Sentence, RunId? Run = null, DateTimeOffset? CaughtUpBy = null);
