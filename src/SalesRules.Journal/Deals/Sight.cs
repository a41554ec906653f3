using SalesRules.Journal.Database;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>
/// A deal as it is seen now, beside what was remembered of it. What has changed since is part of the memory at once, for the decision as
/// for the journal: were it not, the next decision would know more than this one, and a second run on unchanged data would write.
/// </summary>
/// <param name="IsSameVersion">Whether it is the version that was decided last.</param>
internal sealed record Sight(PillarMemory[] Pillars, FieldMemory Fields, bool IsSameVersion)
{
    /// <param name="before">Null: never seen.</param>
    /// <param name="now">When a change of a record without a stamp is taken to have happened.</param>
    public static Sight Of(DealRow? before, Opportunity opportunity, FieldMap fields, string now)
    {
        var version = Stored.Text(opportunity.SystemModstamp);
        var at = version ?? now;
        return new Sight(
            PillarMemory.See(before is null ? PillarMemory.None() : PillarMemory.ListOf(before.Scores), opportunity, fields, at),
            FieldMemory.See(before?.Fields is { } remembered ? FieldMemory.Read(remembered) : null, opportunity, fields, at),
            version is not null && version == before?.Modstamp);
    }
}
