using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Snapshots;

namespace SalesRules.Journal.History;

/// <summary>One task of a deal.</summary>
/// <param name="TaskId">Null while its creation is not confirmed.</param>
/// <param name="Subject">Null for a task that was found in the org and not planned by this journal; so are owner, due date and run.</param>
/// <param name="Run">The run that planned its creation or completion last.</param>
/// <param name="ChangedAt">When its state changed last.</param>
public sealed record TaskEntry(
    string Key,
    TaskState State,
    int Episode,
    SalesforceId? TaskId,
    string? Subject,
    SalesforceId? Owner,
    DateOnly? Due,
    RunId? Run,
    DateTimeOffset ChangedAt,
    string? Code,
    string? Sentence);
