using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Journal.Pauses;

namespace SalesRules.Host.Runs;

/// <summary>The kill switch as a run heeds it: before it begins, and before each batch that it would write. One look into the journal.</summary>
internal sealed class StopSign(RunJournal journal)
{
    /// <summary>The pause of everything; null: there is none, go on.</summary>
    public Task<Pause?> SeenAsync(CancellationToken cancellationToken) => journal.PauseOfAsync(schedule: null, cancellationToken);

    /// <exception cref="CommandException">Everything is paused.</exception>
    public async Task DemandGoAsync(CancellationToken cancellationToken)
    {
        if (await SeenAsync(cancellationToken) is { } pause)
            throw CommandException.Refused($"Everything is {pause}. Nothing was written. `salesrules schedule resume --all` ends the pause.");
    }
}
