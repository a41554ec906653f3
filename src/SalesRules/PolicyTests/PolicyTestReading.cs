using SalesRules.Policies;

namespace SalesRules.PolicyTests;

/// <summary>What became of a file of cases: the cases, or every problem that stands in their way.</summary>
/// <param name="Tests">In the order of the file; empty when it has a problem.</param>
/// <param name="Problems">In the order of the file; empty when it is sound.</param>
public sealed record PolicyTestReading(IReadOnlyList<PolicyTest> Tests, IReadOnlyList<PolicyProblem> Problems);
