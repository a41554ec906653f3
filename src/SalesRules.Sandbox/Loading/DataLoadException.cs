namespace SalesRules.Sandbox.Loading;

/// <summary>Nothing was loaded; the message lists every reason.</summary>
public sealed class DataLoadException : Exception
{
    private const int Shown = 100;

    public DataLoadException(IReadOnlyList<LoadProblem> problems)
        : base(Text(problems)) => Problems = problems;

    public IReadOnlyList<LoadProblem> Problems { get; }

    private static string Text(IReadOnlyList<LoadProblem> problems)
    {
        var lines = problems.Take(Shown).Select(problem => problem.ToString());
        var rest = problems.Count > Shown ? [FormattableString.Invariant($"... and {problems.Count - Shown} more.")] : Array.Empty<string>();
        return string.Join(Environment.NewLine, [.. lines, .. rest]);
    }
}
