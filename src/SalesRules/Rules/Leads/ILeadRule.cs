using SalesRules.Decisions;

namespace SalesRules.Rules.Leads;

/// <summary>One rule about leads: a pure question asked of one lead. Its class is named as its business sentence.</summary>
public interface ILeadRule
{
    /// <summary>The stable id of the catalogue, such as lead.routing.</summary>
    string Id { get; }

    /// <inheritdoc cref="IRule.Condition"/>
    string Condition { get; }

    /// <summary>Its own severity; the policy's replaces it.</summary>
    Severity Severity { get; }

    /// <summary>The keys of policy.yaml that change what it decides, beside severities.</summary>
    IReadOnlyList<string> Settings { get; }

    RuleOutcome Apply(LeadCase lead);
}
