using SalesRules.Journal.Deals;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Finds the deals of a page on which somebody keeps setting our corrections back, and who it was last. No call where there is
/// none, one for up to some hundred.
/// </summary>
internal sealed class ContestedFields(OpportunityHistoryReader histories)
{
    /// <summary>The contested fields by deal; a deal without one is absent.</summary>
    public async Task<IReadOnlyDictionary<SalesforceId, IReadOnlyList<ContestedField>>> OfAsync(
        OrgSession org, IReadOnlyList<Opportunity> page, IReadOnlyDictionary<SalesforceId, DealMemory> memories, CancellationToken cancellationToken)
    {
        var contested = page.Where(opportunity => SetBack(opportunity, memories[opportunity.Id], org.Policy).Any()).ToList();
        if (contested.Count == 0)
            return new Dictionary<SalesforceId, IReadOnlyList<ContestedField>>();
        var people = await LastPeopleAsync(org, contested, cancellationToken);
        return contested.ToDictionary(
            opportunity => opportunity.Id,
            IReadOnlyList<ContestedField> (opportunity) =>
            [
                .. SetBack(opportunity, memories[opportunity.Id], org.Policy)
                    .Select(correction => new ContestedField(correction.Field, correction.To, correction.Times, people.GetValueOrDefault(opportunity.Id)?.By)),
            ]);
    }

    /// <summary>What was corrected as often as the policy allows and does not hold our value now.</summary>
    private static IEnumerable<RepeatedCorrection> SetBack(Opportunity opportunity, DealMemory memory, Policy policy) => memory.Corrections.Where(correction =>
        correction.Times >= policy.Overrides.TugOfWarRounds
        && policy.Fields.Find(correction.Field) is { } field
        && field.ValueOf(opportunity) != correction.To);

    /// <summary>Who changed each deal last beside ourselves, as far as its history tells.</summary>
    private async Task<Dictionary<SalesforceId, (SalesforceId By, DateTimeOffset At)?>> LastPeopleAsync(
        OrgSession org, List<Opportunity> deals, CancellationToken cancellationToken)
    {
        var last = new Dictionary<SalesforceId, (SalesforceId By, DateTimeOffset At)?>();
        await foreach (var row in histories.ReadAsync(deals.Select(deal => deal.Id), cancellationToken))
        {
            if (row.CreatedById is { } by && by != org.Identity.UserId && (last.GetValueOrDefault(row.OpportunityId) is not { } known || known.At < row.CreatedDate))
                last[row.OpportunityId] = (by, row.CreatedDate);
        }

        return last;
    }
}
