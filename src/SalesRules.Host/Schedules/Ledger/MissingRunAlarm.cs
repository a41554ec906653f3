namespace SalesRules.Host.Schedules.Ledger;

/// <summary>
/// Tells once when runs are missing and once when they are accounted for. The alarm itself has no memory of its own: as long as a
/// slot has no end in the journal, every look, on every node and after every restart, finds it missing.
/// </summary>
internal sealed partial class MissingRunAlarm(ILogger<MissingRunAlarm> logger)
{
    private volatile IReadOnlyList<MissingRun> missing = [];
    private volatile string? blindness;

    /// <summary>What is missing by the last look.</summary>
    public IReadOnlyList<MissingRun> Missing => missing;

    /// <summary>Why the last look could not see all that is due; null: it could.</summary>
    public string? Blindness => blindness;

    /// <param name="problem">Why not all that is due could be seen; null: it was.</param>
    /// <returns>Those whose oldest slot was not the one missing by the look before.</returns>
    public IReadOnlyList<MissingRun> Look(IReadOnlyList<MissingRun> found, string? problem)
    {
        List<MissingRun> news = [.. found.Where(run => !missing.Any(known => known.Schedule == run.Schedule && known.Since == run.Since))];
        foreach (var run in news)
            Raised(run.ToString());
        foreach (var run in missing.Where(known => !found.Any(run => run.Schedule == known.Schedule)))
            Cleared(run.Schedule);
        if (problem is not null && blindness is null)
            Blind(problem);
        missing = found;
        blindness = problem;
        return news;
    }

    [LoggerMessage(EventId = 340, Level = LogLevel.Error, Message = "MISSING RUN. {Sentence} `salesrules schedule history` shows its slots")]
    private partial void Raised(string sentence);

    [LoggerMessage(EventId = 341, Level = LogLevel.Information, Message = "Schedule {Schedule}: no run is missing any more; `salesrules schedule history` shows what became of its slots")]
    private partial void Cleared(string schedule);

    [LoggerMessage(EventId = 342, Level = LogLevel.Error, Message = "It cannot be told what is due. Nothing is lost: the journal is asked again each minute, and what was due is then caught up. {Sentence}")]
    private partial void Blind(string sentence);
}
