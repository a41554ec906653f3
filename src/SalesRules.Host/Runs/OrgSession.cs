using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Schemas;

namespace SalesRules.Host.Runs;

/// <summary>The org that a run works on, and what of the policy can be carried out there.</summary>
/// <param name="Fields">The org's API names to select.</param>
/// <param name="Rules">The rules as they run there: what the org has lost is absent, and the rules that rest on it are stopped.</param>
/// <param name="Drift">What the org has lost, and what that stops.</param>
internal sealed record OrgSession(OrgIdentity Identity, IReadOnlyList<string> Fields, RuleBook Rules, IReadOnlyList<DriftNote> Drift)
{
    public string Id => Identity.OrganizationId.Value;

    /// <summary>The policy as it can be carried out in this org.</summary>
    public Policy Policy => Rules.Policy;
}
