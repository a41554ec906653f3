using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Journal.History;

/// <summary>One decision of the journal with all that it was made from.</summary>
/// <param name="Revision">Numbers what the journal remembered anew of the deal; rises.</param>
/// <param name="DecisionId">The identity that SalesRules_Decision__c holds.</param>
/// <param name="Standing">The decision about the record as corrected, as JSON.</param>
/// <param name="Decision">The decision about the record as it was read, as JSON; null: nothing was corrected, it is the standing one.</param>
/// <param name="Snapshot">The record as it was read, in Salesforce's REST shape.</param>
/// <param name="Context">What was known around it, as JSON; null: decided before this was kept.</param>
/// <param name="Drift">What of its schema the org lacked, as JSON; null: decided before this was kept.</param>
/// <param name="Program">The version of the program that decided; null: it was not kept.</param>
public sealed record StoredDecision(
    string OrgId,
    SalesforceId OpportunityId,
    int Revision,
    RunId Run,
    DateTimeOffset DecidedAt,
    DateOnly AsOf,
    string PolicyHash,
    string DecisionId,
    string Standing,
    string? Decision,
    string Snapshot,
    string? Context,
    string? Drift,
    string? Program);
