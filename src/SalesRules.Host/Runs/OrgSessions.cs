using SalesRules.Rules;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>Signs in and compares what the policy counts on with what our user sees, before anything is decided. Two calls.</summary>
internal sealed class OrgSessions(SalesforceConnection connection, DescribeReader describe, RuleBook rules)
{
    /// <exception cref="MissingFieldsException">A field is gone without which nothing can be decided.</exception>
    public async Task<OrgSession> OpenAsync(CancellationToken cancellationToken)
    {
        var identity = await connection.IdentityAsync(cancellationToken);
        var opportunity = await describe.FindAsync("Opportunity", cancellationToken) ?? throw new MissingFieldsException(FieldMap.Essential);
        var policy = rules.Policy;
        var drift = SchemaComparison.Of(policy, opportunity, await describe.FindAsync("Task", cancellationToken));
        if (drift.LostEssentials is { Count: > 0 } essential)
            throw new MissingFieldsException([.. essential.Select(field => field.ApiName)]);
        return new OrgSession(identity, OpportunityFieldSelection.For(policy.Under(drift).Fields, opportunity).Names, rules, drift);
    }
}
