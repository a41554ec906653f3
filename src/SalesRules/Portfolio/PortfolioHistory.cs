using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>A deal's history as far as it had come by the end of today.</summary>
internal static class PortfolioHistory
{
    /// <summary>The states, with the record as it stands for the last of them; null where history is not known or tells of stages alone.</summary>
    public static IReadOnlyList<DealState>? StatesOf(Opportunity record, PortfolioScope scope)
    {
        var zone = scope.Policy.TimeZone;
        var known = record.States?.Where(state => state.At.DayIn(zone) <= scope.Today).OrderBy(state => state.At).ToList() ?? [];

        // Every opportunity has a close date: rows without one were written by somebody who left the values out.
        if (known.Count == 0 || known.Any(state => state.CloseDate is null))
            return null;

        // Some orgs write no history row for a category that changes alone: then the record is newer than its last row.
        if (record.SystemModstamp is { } at && at.DayIn(zone) <= scope.Today && Present(record, at, known[^1]) is { } present)
            known.Add(present);
        return known;
    }

    /// <summary>The stages that the deal entered; null where history is not known.</summary>
    public static IReadOnlyList<StageEntry>? EntriesOf(Opportunity record, IReadOnlyList<DealState>? states, PortfolioScope scope)
    {
        if (states is not null)
            return StageHistories.FromStates(states);
        var known = record.StageHistory?.Where(entry => entry.EnteredAt.DayIn(scope.Policy.TimeZone) <= scope.Today).ToList();
        return known is { Count: > 0 } ? known : null;
    }

    /// <summary>The record as a state, where it differs from the last row.</summary>
    private static DealState? Present(Opportunity record, DateTimeOffset at, DealState last)
    {
        var present = last with
        {
            StageName = record.StageName ?? last.StageName,
            Amount = record.Amount,
            Probability = record.Probability,
            CloseDate = record.CloseDate ?? last.CloseDate,
            Category = record.Category,
        };
        return present == last ? null : present with { At = at < last.At ? last.At : at, By = null };
    }
}
