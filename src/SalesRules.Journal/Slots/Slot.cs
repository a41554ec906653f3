using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Slots;

/// <summary>One slot of a schedule, as the ledger has it.</summary>
/// <param name="Token">Of the schedule's lease under which it was taken.</param>
/// <param name="TakenBy">The process that took it last: "process 17 on host-a".</param>
/// <param name="EndedAt">Null: it is open.</param>
/// <param name="Outcome">How the run went: complete, partial, planned, failed, interrupted, skipped. Null while it is open.</param>
/// <param name="Sentence">For a person; holds no customer values.</param>
/// <param name="Run">The run in the journal; null: none was begun, or nothing was to be written.</param>
/// <param name="CaughtUpBy">The slot whose run did its work.</param>
public sealed record Slot(
    string Schedule,
    DateTimeOffset DueAt,
    SlotState State,
    long Token,
    string TakenBy,
    DateTimeOffset TakenAt,
    DateTimeOffset? EndedAt,
    string? Outcome,
    string? Sentence,
    RunId? Run,
    DateTimeOffset? CaughtUpBy)
{
    public bool IsOpen => EndedAt is null;
}
