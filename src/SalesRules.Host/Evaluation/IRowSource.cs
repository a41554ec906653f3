using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>Rows of an input file, one after the other. Memory does not grow with their number.</summary>
internal interface IRowSource : IAsyncDisposable
{
    /// <summary>The line, from 1, on which the present row begins.</summary>
    long Line { get; }

    /// <summary>Bytes of the input consumed so far, for a progress bar.</summary>
    long BytesRead { get; }

    /// <summary>Headings of columns that no field answers to; empty where rows name their own fields.</summary>
    IReadOnlyList<string> IgnoredColumns { get; }

    /// <summary>What the person should know about the input, complete only after its last row.</summary>
    IEnumerable<string> Notes { get; }

    /// <summary>The date that the row read last says it is a snapshot of (<see cref="SnapshotDates"/>); null: it says none.</summary>
    DateOnly? SnapshotOn { get; }

    /// <summary>Goes to the next row; false at the end. Blank lines are skipped.</summary>
    ValueTask<bool> NextAsync(CancellationToken cancellationToken);

    /// <summary>The present row as a snapshot.</summary>
    /// <exception cref="SnapshotFormatException">The row cannot be read; the next one still can.</exception>
    Opportunity Read();
}
