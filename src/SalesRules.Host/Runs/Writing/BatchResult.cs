using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;

namespace SalesRules.Host.Runs.Writing;

/// <summary>What became of one batch: a receipt for each record, each task and each row of a score history of it.</summary>
/// <param name="Window">The time in which an edit by somebody else could be overwritten; null: there was none.</param>
internal sealed record BatchResult(IReadOnlyList<WriteReceipt> Records, IReadOnlyList<TaskReceipt> Tasks, TimeSpan? Window = null)
{
    /// <summary>Rows of score histories.</summary>
    public IReadOnlyList<ScoreReceipt> Scores { get; init; } = [];
}
