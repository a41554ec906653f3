using System.Diagnostics.CodeAnalysis;

namespace SalesRules.Policies;

/// <summary>What became of a policy file: a policy, or every problem that stands in its way.</summary>
public sealed record PolicyReading
{
    private PolicyReading(Policy? policy, IReadOnlyList<PolicyProblem> problems)
    {
        Policy = policy;
        Problems = problems;
    }

    /// <summary>The policy; null when the file has a problem.</summary>
    public Policy? Policy { get; }

    /// <summary>In the order of the file; empty when it is sound.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    [MemberNotNullWhen(true, nameof(Policy))]
    public bool IsSound => Policy is not null;

    internal static PolicyReading Of(Policy policy) => new(policy, []);

    internal static PolicyReading Of(IReadOnlyList<PolicyProblem> problems) => new(null, problems);
}
