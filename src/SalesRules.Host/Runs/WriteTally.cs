using SalesRules.Host.Runs.Writing;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;

namespace SalesRules.Host.Runs;

/// <summary>What became of a run's writes, by their receipts.</summary>
internal sealed class WriteTally(RunNotes notes)
{
    /// <summary>Records written and confirmed.</summary>
    public int Written { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Records that somebody changed between read and write: decided again by the next run.</summary>
    public int Moved { get; private set; }

    /// <summary>Writes without a reply that did not arrive, or of which that is not known: looked at again by the next run.</summary>
    public int Unclear { get; private set; }

    public int TasksCreated { get; private set; }

    public int TasksCompleted { get; private set; }

    public int TasksRefused { get; private set; }

    /// <summary>Rows of score histories written and confirmed.</summary>
    public int ScoresWritten { get; private set; }

    public int ScoresRefused { get; private set; }

    /// <summary>Rows of score histories without a reply: the next run looks for them.</summary>
    public int ScoresUnclear { get; private set; }

    /// <summary>
    /// The longest time between our last look at a batch and the reply to its write: an edit within it may have been overwritten,
    /// because Salesforce offers no condition for a batch. Null: nothing was written.
    /// </summary>
    public TimeSpan? LongestWindow { get; private set; }

    /// <summary>Whether every write that was tried succeeded.</summary>
    public bool IsClean => Refused + Moved + Unclear + TasksRefused + ScoresRefused + ScoresUnclear == 0;

    public void Add(BatchResult batch)
    {
        foreach (var receipt in batch.Records)
            Count(receipt);
        foreach (var receipt in batch.Tasks)
            Count(receipt);
        foreach (var receipt in batch.Scores)
            Count(receipt);
        if (batch.Window is { } window && !(LongestWindow >= window))
            LongestWindow = window;
    }

    private void Count(WriteReceipt receipt)
    {
        switch (receipt.Outcome)
        {
            case WriteState.Confirmed:
                Written++;
                break;
            case WriteState.Refused:
                Refused++;
                notes.Add($"{receipt.Id}: refused: {receipt.Sentence}");
                break;
            case WriteState.Moved:
                Moved++;
                notes.Add($"{receipt.Id}: left alone, changed meanwhile: {string.Join(", ", receipt.MovedFields)}; the next run decides again");
                break;
            case WriteState.Abandoned:
                Unclear++;
                notes.Add($"{receipt.Id}: the reply to its write was lost, and the record stands as before; the next run decides again");
                break;
            default:
                Unclear++;
                notes.Add($"{receipt.Id}: outcome unknown: {receipt.Sentence} The next run reads it back");
                break;
        }
    }

    private void Count(ScoreReceipt receipt)
    {
        switch (receipt.Outcome)
        {
            case ScoreRowState.Confirmed:
                ScoresWritten++;
                break;
            case ScoreRowState.Refused:
                ScoresRefused++;
                notes.Add($"score row {receipt.Key}: refused: {receipt.Sentence}");
                break;
            default:
                ScoresUnclear++;
                notes.Add($"score row {receipt.Key}: outcome unknown: {receipt.Sentence} The next run looks for it");
                break;
        }
    }

    private void Count(TaskReceipt receipt)
    {
        switch (receipt.Outcome)
        {
            case TaskOutcome.Created:
                TasksCreated++;
                break;
            case TaskOutcome.Completed:
                TasksCompleted++;
                break;
            case TaskOutcome.ClosedByPerson or TaskOutcome.Missing:
                break;
            default:
                TasksRefused++;
                notes.Add($"task {receipt.Key}: {receipt.Sentence}");
                break;
        }
    }
}
