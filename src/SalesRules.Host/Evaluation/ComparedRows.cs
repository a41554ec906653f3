using SalesRules.PolicyReview.Differences;
using SalesRules.Schemas;

namespace SalesRules.Host.Evaluation;

/// <summary>Deals decided by two policies, added up one after the other, and what could not be read for it.</summary>
internal sealed class ComparedRows
{
    private const int ErrorsShown = 5;

    private readonly List<string> firstErrors = [];

    public DecisionDifferences Differences { get; } = new();

    /// <summary>Rows that are left out.</summary>
    public long Unreadable { get; private set; }

    /// <summary>Why the first few of them are.</summary>
    public IReadOnlyList<string> FirstErrors => firstErrors;

    /// <summary>What the org lacks, so that rules of either policy could not be compared; empty for a file.</summary>
    public IReadOnlyList<DriftNote> Drift { get; init; } = [];

    /// <summary>Whether every deal was compared by every rule.</summary>
    public bool IsWhole => Unreadable == 0 && Drift.All(note => note.IsWarning);

    /// <param name="row">Which one, such as <c>line 12</c>.</param>
    public void LeaveOut(string row, string? problem)
    {
        Unreadable++;
        if (firstErrors.Count < ErrorsShown)
            firstErrors.Add($"{row}: {problem}");
    }
}
