using SalesRules.Journal.Runs;

namespace SalesRules.Journal.History;

/// <summary>One decision of a deal that differed from the one before.</summary>
/// <param name="Revision">Numbers what the journal remembered anew of the deal; rises.</param>
/// <param name="DecisionId">The identity that SalesRules_Decision__c holds.</param>
/// <param name="Standing">The decision about the record as corrected, as JSON.</param>
/// <param name="Decision">The decision about the record as it was read, as JSON; the standing one where nothing was corrected.</param>
/// <param name="Snapshot">The record as it was read, in Salesforce's REST shape.</param>
public sealed record DecisionEntry(
    int Revision,
    DateTimeOffset DecidedAt,
    RunId Run,
    string PolicyHash,
    DateOnly AsOf,
    string DecisionId,
    string Standing,
    string Decision,
    string Snapshot);
