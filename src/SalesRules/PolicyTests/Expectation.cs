using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.PolicyTests;

/// <summary>One thing that a case expects.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Expected">In words.</param>
/// <param name="Differs">What was decided instead; null where it is as expected.</param>
internal sealed record Expectation(int Line, string Key, string Expected, Func<Decision, Policy, string?> Differs)
{
    public Mismatch? Check(Decision decision, Policy policy) => Differs(decision, policy) is { } found ? new Mismatch(Line, Key, Expected, found) : null;
}
