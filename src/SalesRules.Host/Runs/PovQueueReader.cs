using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.PovGate;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Host.Runs;

/// <summary>Reads the open deals before the POV gate, where the policy limits how many POVs run at once: ceil(deals / 2,000) calls a run.</summary>
internal sealed class PovQueueReader(OpportunityReader reader)
{
    private static readonly string[] AskingFields = ["POV_Requested_On__c", "POV_Start__c", "POV_SE__c"];

    /// <summary>Null where the policy sets no capacity or the org has lost what the queue rests on: then there is no queue to read.</summary>
    public async Task<PovQueue?> ReadAsync(OrgSession org, DateOnly today, CancellationToken cancellationToken)
    {
        var policy = org.Policy;
        if (policy.Pov is { Capacity: null, CapacityPerSe: null } || org.Rules.Stopped.Contains(ApprovedPovWaitsForCapacityRule.RuleId))
            return null;
        var context = new DealContext { Today = today };
        var window = await reader.WindowAfterAsync(null, cancellationToken);
        var deals = new List<Deal>();
        await foreach (var row in reader.ReadAsync(org.Fields, window, Condition(policy), cancellationToken).ToSnapshotsAsync(policy.Fields, cancellationToken))
        {
            if (row.Opportunity is { } opportunity && new Deal(opportunity, context, policy) is { Gate: not null } deal)
                deals.Add(deal);
        }

        return PovQueue.Of(deals, policy.Pov);
    }

    private static SoqlCondition? Condition(Policy policy)
    {
        var stages = policy.Stages.All
            .Where(stage => policy.Stages.IsBy(stage, StageType.TechnicalValidation) && !policy.Stages.IsPast(stage, StageType.Pov) && !stage.IsClosed)
            .Select(stage => SoqlLiteral.Of(stage.Name)).ToList();
        var asks = AskingFields.Where(policy.Fields.Has)
            .Select(field => SoqlCondition.Compare(policy.Fields.NameOf(Snapshots.OpportunityFields.Get(field))!, SoqlComparison.NotEqual, SoqlLiteral.Null));
        var inGate = SoqlCondition.Any([stages.Count == 0 ? null : SoqlCondition.In("StageName", stages), .. asks]);
        return SoqlCondition.All(OpportunityScope.Open, inGate);
    }
}
