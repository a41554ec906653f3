using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// Which of a run's planned records go out first, to be looked at again before the others follow: a share of them, spread over the
/// run, or the deals of one team. Chosen while the run decides; the same decisions in the same order choose the same records.
/// </summary>
/// <param name="troubled">Deals that earlier runs could not settle: one that the org keeps refusing says nothing about the others.</param>
public sealed class CanarySelection(ChangeBudget budget, IReadOnlyCollection<SalesforceId> troubled)
{
    private readonly HashSet<SalesforceId> team = [.. budget.CanaryTeam];
    private readonly HashSet<SalesforceId> excluded = [.. troubled];
    private readonly HashSet<SalesforceId> chosen = [];
    private int planned;
    private int eligible;

    /// <summary>Chosen so far.</summary>
    /// <returns>Empty where the policy wants no canary, or the run plans no more than a small one.</returns>
    public IReadOnlyCollection<SalesforceId> Ids => planned > budget.SmallRun && chosen.Count < planned ? chosen : [];

    /// <summary>Looks at one decided deal; decided again in the same run, it keeps its place.</summary>
    public void Add(PlannedDecision decided)
    {
        var id = decided.Opportunity.Id;
        if (decided.Planned.IsEmpty)
        {
            chosen.Remove(id);
            return;
        }

        planned++;
        if (excluded.Contains(id))
            return;
        var isNext = IsNextOfTheShare();
        if (isNext || IsOfTheTeam(decided.Opportunity))
            chosen.Add(id);
    }

    private bool IsOfTheTeam(Opportunity opportunity) =>
        (opportunity.OwnerId is { } owner && team.Contains(owner)) || (opportunity.OwnerManagerId is { } manager && team.Contains(manager));

    // The first record of each part of a hundred: one per cent of 250 are the first, the 101st and the 201st. What is excluded leaves its
    // place to the next, so that there always is a canary.
    private bool IsNextOfTheShare()
    {
        var before = Share(eligible);
        eligible++;
        return Share(eligible) > before;
    }

    private decimal Share(int records) => decimal.Ceiling(records * (budget.CanaryPercent ?? 0) / 100);
}
