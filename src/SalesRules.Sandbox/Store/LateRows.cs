namespace SalesRules.Sandbox.Store;

/// <summary>
/// The rows of a table whose last saves queries do not see yet. It changes within writes only and is read within reads, so the
/// store's lock guards it.
/// </summary>
internal sealed class LateRows
{
    private readonly Dictionary<string, LateRow> rows = new(StringComparer.Ordinal);

    public bool IsEmpty => rows.Count == 0;

    /// <summary>The stamp of the oldest save that is still unseen; null when there is none.</summary>
    public DateTimeOffset? OldestUnseen =>
        rows.Values.SelectMany(row => row.States).Where(state => !state.IsSeen).Min(state => (DateTimeOffset?)state.Record.SystemModstamp);

    /// <summary>Keeps a save from being seen; <paramref name="before"/> is what is seen instead, null for nothing.</summary>
    public void Hide(Record? before, LateState state)
    {
        if (!rows.TryGetValue(state.Record.Id, out var row) || row.States[^1].IsSeen)
            rows[state.Record.Id] = row = new LateRow(before, []);
        row.States.Add(state);
    }

    /// <summary>Shows a row as it is.</summary>
    public void Show(string id) => rows.Remove(id);

    /// <summary>Shows all rows that this owner hides.</summary>
    public void ShowAllOf(object owner)
    {
        foreach (var (id, _) in rows.Where(row => row.Value.States.Exists(state => ReferenceEquals(state.Owner, owner))).ToList())
            rows.Remove(id);
    }

    /// <summary>These rows as they are seen, and those that are seen only because their last save is not.</summary>
    public IEnumerable<Record> AsSeen(IEnumerable<Record> found, bool includeDeleted)
    {
        if (IsEmpty)
            return found;
        var late = rows.Values.Select(row => row.Seen).OfType<Record>().Where(record => includeDeleted || !record.IsDeleted);
        return found.Where(record => !rows.ContainsKey(record.Id)).Concat(late);
    }

    /// <summary>One row as it is seen; by id only where the save is hidden from that, too.</summary>
    public Record? AsSeen(Record? found, bool byId)
    {
        if (found is null || !rows.TryGetValue(found.Id, out var row))
            return found;
        return byId && !row.States.Exists(state => state.HiddenById) ? found : row.Seen;
    }

    private sealed record LateRow(Record? Before, List<LateState> States)
    {
        public Record? Seen => States.FindLast(state => state.IsSeen)?.Record ?? Before;
    }
}

/// <summary>One save that is seen late.</summary>
/// <param name="Record">The row as saved.</param>
/// <param name="SeenFrom">From when on queries see it.</param>
/// <param name="HiddenById">Reads by id do not see it before, either.</param>
/// <param name="Owner">Whoever hides it.</param>
/// <param name="Clock">By which clock.</param>
internal sealed record LateState(Record Record, DateTimeOffset SeenFrom, bool HiddenById, object Owner, TimeProvider Clock)
{
    public bool IsSeen => Clock.GetUtcNow() >= SeenFrom;
}
