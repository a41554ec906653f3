namespace SalesRules.Host.Checks;

/// <summary>The results of `doctor`, gathered one after the other.</summary>
internal sealed class CheckList
{
    private readonly List<CheckResult> results = [];

    public IReadOnlyList<CheckResult> Results => results;

    public IEnumerable<CheckResult> Failures => results.Where(result => result.Status == CheckStatus.Failed);

    public void Pass(string name, string detail) => results.Add(new CheckResult(name, CheckStatus.Passed, detail, null));

    public void Warn(string name, string detail, string fix) => results.Add(new CheckResult(name, CheckStatus.Warning, detail, fix));

    /// <param name="fix">Null: the detail says what to do.</param>
    public void Fail(string name, string detail, string? fix = null) => results.Add(new CheckResult(name, CheckStatus.Failed, detail, fix));

    public void Skip(IEnumerable<string> names, string reason) =>
        results.AddRange(names.Select(name => new CheckResult(name, CheckStatus.Skipped, reason, null)));
}
