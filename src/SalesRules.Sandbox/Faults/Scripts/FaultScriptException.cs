namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>A script was refused, all of it; every problem is named.</summary>
public sealed class FaultScriptException(IReadOnlyList<FaultProblem> problems)
    : Exception($"The faults were refused, and nothing has changed:\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}")
{
    public IReadOnlyList<FaultProblem> Problems { get; } = problems;
}
