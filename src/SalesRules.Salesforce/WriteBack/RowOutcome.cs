using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>What became of one row of a write.</summary>
public abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    /// <summary>Salesforce has stored it. Triggers and flows may have changed more: read it back.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="Created">Whether the record is new.</param>
    public sealed record Confirmed(SalesforceId Id, bool Created) : RowOutcome;

    /// <summary>Salesforce has not stored it and says why.</summary>
    /// <param name="Code">Its error code.</param>
    /// <param name="Sentence">Why and what to do, without customer values.</param>
    /// <param name="Fields">API names of the fields concerned; may be empty.</param>
    /// <param name="Verdict">Retry when it stayed locked to the end: a later run may succeed.</param>
    /// <param name="ServerText">Salesforce's own words, which can quote field values: not for logs. Null when there were none.</param>
    public sealed record Refused(string Code, string Sentence, IReadOnlyList<string> Fields, Verdict Verdict, string? ServerText) : RowOutcome;

    /// <summary>Nobody knows: the reply was lost. Read the record back before anything else is decided about it.</summary>
    /// <param name="Code">What happened to the call.</param>
    /// <param name="Sentence">The same for a person.</param>
    public sealed record Unclear(string Code, string Sentence) : RowOutcome;

    /// <summary>Not stored, because someone has changed the record in the meantime: decide anew.</summary>
    public sealed record Moved : RowOutcome;
}
