namespace SalesRules.Policies.Reading;

/// <summary>The problems found so far.</summary>
internal sealed class ProblemList(string file)
{
    /// <summary>Beyond this many, problems are counted but no longer listed: nobody reads them, and a file could hold a million.</summary>
    public const int Longest = 1000;

    private readonly List<PolicyProblem> problems = [];

    /// <summary>All that were found, listed or not.</summary>
    public int Count { get; private set; }

    public void Add(int line, int column, string key, string sentence)
    {
        Count++;
        if (problems.Count < Longest)
            problems.Add(new PolicyProblem(file, line, column, key, sentence));
    }

    public IReadOnlyList<PolicyProblem> InFileOrder()
    {
        List<PolicyProblem> ordered = [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
        if (Count > Longest)
            ordered.Add(ordered[^1] with { Key = "", Sentence = FormattableString.Invariant($"{Count - Longest:N0} further problems are not listed") });
        return ordered;
    }
}
