namespace SalesRules.Sandbox.Loading;

/// <summary>Collects what is wrong, so that a person hears all of it at once.</summary>
internal sealed class LoadProblems
{
    private readonly List<LoadProblem> all = [];

    public void Add(string file, int line, string sentence) => all.Add(new LoadProblem(file, line, sentence));

    /// <summary>Ends the load when anything has been added, in the order of files and lines.</summary>
    public void ThrowIfAny()
    {
        if (all.Count > 0)
            throw new DataLoadException([.. all.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }
}
