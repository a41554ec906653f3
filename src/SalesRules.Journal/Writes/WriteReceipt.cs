using SalesRules.Snapshots;

namespace SalesRules.Journal.Writes;

/// <summary>What became of one record's write.</summary>
public sealed record WriteReceipt
{
    private WriteReceipt(SalesforceId id, WriteState outcome) => (Id, Outcome) = (id, outcome);

    public SalesforceId Id { get; }

    /// <summary>Confirmed, refused, moved, unclear or abandoned.</summary>
    public WriteState Outcome { get; }

    /// <summary>Where it was confirmed.</summary>
    public AfterImage? After { get; private init; }

    /// <summary>Salesforce's error code, where it refused.</summary>
    public string? Code { get; private init; }

    /// <summary>For people: why it was refused or is unclear.</summary>
    public string? Sentence { get; private init; }

    /// <summary>The fields that somebody had changed since, where it moved.</summary>
    public IReadOnlyList<string> MovedFields { get; private init; } = [];

    public static WriteReceipt Confirmed(SalesforceId id, AfterImage after) => new(id, WriteState.Confirmed) { After = after };

    public static WriteReceipt Refused(SalesforceId id, string code, string sentence) => new(id, WriteState.Refused) { Code = code, Sentence = sentence };

    /// <summary>Left alone because somebody changed these fields since; its tasks did not go out either.</summary>
    public static WriteReceipt Moved(SalesforceId id, IReadOnlyList<string> fields) => new(id, WriteState.Moved) { MovedFields = fields };

    /// <summary>No reply, or one that does not tell.</summary>
    public static WriteReceipt Unclear(SalesforceId id, string? sentence = null) => new(id, WriteState.Unclear) { Sentence = sentence };

    /// <summary>Read back: the record stands as before, the write did not happen. It is decided again.</summary>
    public static WriteReceipt NotWritten(SalesforceId id) => new(id, WriteState.Abandoned);
}
