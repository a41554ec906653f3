using SalesRules.Journal.Database;
using SalesRules.Journal.Scores;

namespace SalesRules.Journal.Writes;

/// <summary>What the journal holds of one run: its writes by what became of them, and its decisions.</summary>
/// <param name="Decisions">Those that were new for their deals: the others leave no row.</param>
public sealed record WriteCounts(IReadOnlyDictionary<WriteState, int> ByState, int Decisions)
{
    /// <summary>The rows of score histories that the run planned, by what became of them.</summary>
    public IReadOnlyDictionary<ScoreRowState, int> Scores { get; init; } = new Dictionary<ScoreRowState, int>();

    /// <summary>Rows of score histories that have no end yet.</summary>
    public int OpenScores => Scores.GetValueOrDefault(ScoreRowState.Planned) + Scores.GetValueOrDefault(ScoreRowState.Sending);

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

    public ScoreRowState ScoreStatus => Stored.Value<ScoreRowState>(State);
}
