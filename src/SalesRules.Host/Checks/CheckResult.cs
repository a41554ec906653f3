namespace SalesRules.Host.Checks;

/// <summary>One check of `doctor`.</summary>
/// <param name="Name">Short and stable, for scripts.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do; null: nothing, or the detail says it.</param>
internal sealed record CheckResult(string Name, CheckStatus Status, string Detail, string? Fix);
