using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;

namespace SalesRules.Journal.History;

/// <summary>One write that was planned for a deal.</summary>
/// <param name="Record">From, to, rule and reason of each field; the tasks.</param>
/// <param name="SentAt">When it may have gone out; null: it never did.</param>
/// <param name="SettledAt">When its receipt came, or the run let go of it.</param>
/// <param name="Code">Salesforce's error code, where it refused.</param>
/// <param name="MovedFields">The fields that somebody had changed since, where it was left alone.</param>
public sealed record WriteEntry(
    RunId Run,
    WriteState State,
    PlannedRecord Record,
    DateTimeOffset PlannedAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? SettledAt,
    string? Code,
    string? Sentence,
    IReadOnlyList<string> MovedFields);
