using SalesRules.Journal.Database;

namespace SalesRules.Journal.Writes;

/// <summary>The writes of one run by what became of them.</summary>
public sealed record WriteCounts(IReadOnlyDictionary<WriteState, int> ByState)
{
    public int this[WriteState state] => ByState.GetValueOrDefault(state);

    /// <summary>Everything that was planned, an attempt each time a record was decided.</summary>
    public int All => ByState.Values.Sum();

    /// <summary>What has no end yet: nothing of it may be left when a run says that it is complete.</summary>
    public int Open => this[WriteState.Planned] + this[WriteState.Sending];
}

/// <summary>A row of the count.</summary>
internal sealed record StateCount
{
    public string State { get; init; } = "";

    public long Writes { get; init; }

    public WriteState Status => Stored.Value<WriteState>(State);
}
