using SalesRules.Policies;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>
/// A policy over records that were read for another one: a field that was not read then is unknown, not empty, and the rules that rest on
/// it do not run.
/// </summary>
public static class UnreadFields
{
    /// <summary>For records that are read anew from their JSON, under the candidate's names.</summary>
    /// <param name="readBy">The policy that the records were read for, under the drift of then.</param>
    public static Policy OfRecordsReadAgain(Policy candidate, Policy readBy) =>
        Without(candidate, readBy, field => readBy.Fields.Find(candidate.Fields.NameOf(field)) is null);

    /// <summary>For records that stand as the other policy read them.</summary>
    /// <inheritdoc cref="OfRecordsReadAgain"/>
    public static Policy OfRecords(Policy candidate, Policy readBy) =>
        Without(candidate, readBy, field => readBy.Fields.NameOf(field) is not { } name || !name.Equals(candidate.Fields.NameOf(field), StringComparison.OrdinalIgnoreCase));

    private static Policy Without(Policy candidate, Policy readBy, Predicate<OpportunityField> isUnread)
    {
        var drift = readBy.Drift;
        var fields = drift.Unreadable.Concat(candidate.Fields.Fields.Where(field => isUnread(field)));
        return candidate.Under(drift.Surroundings.Aggregate(new SchemaDrift(fields, drift.ReadOnly, drift.Retired, drift.Tasks), (lost, around) => lost.And(around)));
    }
}
