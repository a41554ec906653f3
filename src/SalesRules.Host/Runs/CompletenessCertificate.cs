using System.Globalization;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Writes;

namespace SalesRules.Host.Runs;

/// <summary>
/// What a run was to read and what became of each record on the way, from three independent counts: the org's, the run's own and the
/// journal's. A run whose certificate does not add up is not green (design 3.4, promise 1).
/// </summary>
/// <param name="Expected">What the org counts of the records that were there when the run began; null: it was not asked, as for a plan's ids.</param>
/// <param name="Settled">Those of them that the run has read.</param>
/// <param name="Read">All rows that came, those that changed meanwhile and those to be looked at again too.</param>
/// <param name="Recorded">Decisions that were new for their deals, counted as the journal took them.</param>
/// <param name="Planned">Records with anything to write, as the run counted them.</param>
/// <param name="Journal">The journal's own count of the same.</param>
internal sealed record CompletenessCertificate(long? Expected, long Settled, int Read, int Unreadable, int Evaluated, int Recorded, int Planned, WriteCounts Journal, int Deferred, bool IsStopped)
{
    /// <summary>The rows of score histories that the org confirmed, as the run counted them.</summary>
    public int ScoresWritten { get; init; }

    public bool AddsUp => Faults.Count == 0;

    /// <summary>A sentence for each count that does not fit another.</summary>
    public IReadOnlyList<string> Faults => [.. Compare()];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"expected {(Expected is { } expected ? expected.ToString("N0", CultureInfo.InvariantCulture) : "(not asked)")}, read {Read:N0}, unreadable {Unreadable:N0}, decided {Evaluated:N0}, planned {Planned:N0}, written {Journal[WriteState.Confirmed]:N0}, refused {Journal[WriteState.Refused]:N0}, moved {Journal[WriteState.Moved]:N0}, unclear {Journal[WriteState.Unclear] + Journal[WriteState.Abandoned]:N0}, deferred {Deferred:N0}: {(AddsUp ? "adds up" : "DOES NOT ADD UP")}");

    private IEnumerable<string> Compare()
    {
        if (Expected > Settled)
            yield return Invariant($"The org counts {Expected:N0} opportunities that were there when the run began, of which {Settled:N0} were read: {Expected - Settled:N0} became visible late or were lost. The watermark stays, and the next run reads them again.");
        if (Evaluated + Unreadable != Read)
            yield return Invariant($"Of {Read:N0} rows read, {Evaluated:N0} were decided and {Unreadable:N0} were unreadable: {Read - Evaluated - Unreadable:N0} were lost on the way.");
        if (!IsStopped && Recorded != Journal.Decisions)
            yield return Invariant($"The journal took {Recorded:N0} new decisions of this run and holds {Journal.Decisions:N0}.");
        if (Planned != Journal.All)
            yield return Invariant($"The run planned {Planned:N0} writes, and the journal holds {Journal.All:N0}.");
        if (!IsStopped && Journal.Open != Deferred)
            yield return Invariant($"{Journal.Open - Deferred:N0} planned writes have no outcome.");
        if (ScoresWritten != Journal.Scores.GetValueOrDefault(ScoreRowState.Confirmed))
            yield return Invariant($"The run wrote {ScoresWritten:N0} rows of score histories, and the journal holds {Journal.Scores.GetValueOrDefault(ScoreRowState.Confirmed):N0}.");
        if (!IsStopped && Deferred == 0 && Journal.OpenScores > 0)
            yield return Invariant($"{Journal.OpenScores:N0} rows of score histories have no outcome.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
