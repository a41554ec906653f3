namespace SalesRules.Sandbox.Generation.People;

/// <summary>Everybody who works in the sample org, managers before those they manage.</summary>
internal sealed record Staff(
    IReadOnlyList<Employee> Everybody,
    IReadOnlyList<Employee> AccountExecutives,
    IReadOnlyList<Employee> FormerAccountExecutives,
    IReadOnlyList<Employee> SalesEngineers,
    IReadOnlyList<Employee> CustomerSuccessManagers,
    Employee CustomerSuccessLead);
