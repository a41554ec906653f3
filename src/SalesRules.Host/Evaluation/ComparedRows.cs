using SalesRules.PolicyReview.Differences;

namespace SalesRules.Host.Evaluation;

/// <summary>The rows of a file decided by two policies.</summary>
/// <param name="Unreadable">Rows that are left out.</param>
/// <param name="FirstErrors">The first few of them.</param>
internal sealed record ComparedRows(DecisionDifferences Differences, long Unreadable, IReadOnlyList<string> FirstErrors);
