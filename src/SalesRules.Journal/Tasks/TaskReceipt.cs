using SalesRules.Snapshots;

namespace SalesRules.Journal.Tasks;

/// <summary>What became of one task that was to be created or completed.</summary>
public sealed record TaskReceipt
{
    private TaskReceipt(string key, TaskOutcome outcome) => (Key, Outcome) = (key, outcome);

    public string Key { get; }

    public TaskOutcome Outcome { get; }

    /// <summary>Null where it is not known.</summary>
    public SalesforceId? TaskId { get; private init; }

    /// <summary>Salesforce's error code, where it refused.</summary>
    public string? Code { get; private init; }

    /// <summary>For people: why it was refused or is unclear.</summary>
    public string? Sentence { get; private init; }

    public static TaskReceipt Created(string key, SalesforceId taskId) => new(key, TaskOutcome.Created) { TaskId = taskId };

    public static TaskReceipt Completed(string key, SalesforceId taskId) => new(key, TaskOutcome.Completed) { TaskId = taskId };

    public static TaskReceipt ClosedByPerson(string key, SalesforceId taskId) => new(key, TaskOutcome.ClosedByPerson) { TaskId = taskId };

    public static TaskReceipt Refused(string key, string code, string sentence) => new(key, TaskOutcome.Refused) { Code = code, Sentence = sentence };

    public static TaskReceipt Unclear(string key, string? sentence = null) => new(key, TaskOutcome.Unclear) { Sentence = sentence };

    public static TaskReceipt Missing(string key) => new(key, TaskOutcome.Missing);
}
