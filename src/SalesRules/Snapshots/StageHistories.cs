namespace SalesRules.Snapshots;

/// <summary>Stage histories from the rows of OpportunityHistory.</summary>
public static class StageHistories
{
    /// <summary>
    /// OpportunityHistory has a row for each change of amount, probability, stage or close date; what remains here are the
    /// entries: rows whose stage differs from the one before, oldest first.
    /// </summary>
    public static IReadOnlyList<StageEntry> FromRows(IEnumerable<StageEntry> rows)
    {
        var entries = new List<StageEntry>();
        foreach (var row in rows.OrderBy(row => row.EnteredAt))
        {
            if (entries.Count == 0 || entries[^1].StageName != row.StageName)
                entries.Add(row);
        }

        return entries;
    }

    /// <summary>The entries among a deal's states.</summary>
    public static IReadOnlyList<StageEntry> FromStates(IEnumerable<DealState> states) =>
        FromRows(states.Select(state => new StageEntry(state.StageName, state.At, state.By)));
}
