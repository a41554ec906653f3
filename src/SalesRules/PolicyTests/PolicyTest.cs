using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests;

/// <summary>A case that a policy is held against: a deal as it might stand in Salesforce, and what is to be decided of it.</summary>
public sealed class PolicyTest
{
    internal PolicyTest(string name, int line, Opportunity opportunity, DealContext context, IReadOnlyList<Expectation> expectations)
    {
        Name = name;
        Line = line;
        Opportunity = opportunity;
        Context = context;
        Expectations = expectations;
    }

    public string Name { get; }

    /// <summary>Where the case begins in its file.</summary>
    public int Line { get; }

    public Opportunity Opportunity { get; }

    public DealContext Context { get; }

    internal IReadOnlyList<Expectation> Expectations { get; }

    /// <summary>Decides the deal and compares.</summary>
    public PolicyTestResult Run(RuleBook rules)
    {
        var decision = rules.Decide(Opportunity, Context);
        return new PolicyTestResult(this, [.. Expectations.Select(expectation => expectation.Check(decision, rules.Policy)).OfType<Mismatch>()]);
    }
}
