using System.Globalization;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// What a run would use of the change budget, counted while it decides; compared with the budget before its first write.
/// </summary>
public sealed class BudgetUse
{
    private const int NamedOwners = 5;

    private readonly Dictionary<SalesforceId, (SalesforceId? Owner, ForecastCategory? Left, decimal Amount)> deals = [];

    /// <summary>Deals of which a field that people own would be corrected.</summary>
    public int Corrected => deals.Count;

    /// <summary>Leads that would be given an owner.</summary>
    public int Leads { get; set; }

    /// <summary>Counts a deal; decided again in the same run, the newer decision counts.</summary>
    public void Add(PlannedDecision decided)
    {
        var opportunity = decided.Opportunity;
        if (decided.Planned.IsCorrection)
            deals[opportunity.Id] = (opportunity.OwnerId, CategoryLeft(decided.Planned), opportunity.Amount ?? 0);
        else
            deals.Remove(opportunity.Id);
    }

    /// <summary>Whether the shares need to be looked at: only then is it worth asking the org how much is open.</summary>
    public bool NeedsPipeline(ChangeBudget budget) =>
        Corrected > budget.SmallRun && (budget.OpenDeals is not null || budget.MoneyMoved is not null);

    /// <summary>A sentence for each limit that the run would break; empty when it is within its budget.</summary>
    /// <param name="pipeline">Null where <see cref="NeedsPipeline"/> says that it is not needed.</param>
    public IReadOnlyList<string> Breaches(ChangeBudget budget, OpenPipeline? pipeline)
    {
        var breaches = new List<string>();
        if (pipeline is not null && Corrected > budget.SmallRun)
        {
            breaches.AddRange(DealShare(budget, pipeline));
            breaches.AddRange(MoneyShares(budget, pipeline));
        }

        breaches.AddRange(Owners(budget));
        if (Leads > budget.Leads)
            breaches.Add(Invariant($"leads: {Leads:N0} leads would be given an owner; the budget is {budget.Leads:N0}."));
        return breaches;
    }

    private IEnumerable<string> DealShare(ChangeBudget budget, OpenPipeline pipeline)
    {
        if (budget.OpenDeals is { } most && 100m * Corrected > most * pipeline.Deals)
            yield return Invariant($"open-deals: {Corrected:N0} of {pipeline.Deals:N0} open deals would be corrected, {Share(Corrected, pipeline.Deals)}; the budget is {most:0.##} %.");
    }

    private IEnumerable<string> MoneyShares(ChangeBudget budget, OpenPipeline pipeline)
    {
        if (budget.MoneyMoved is not { } most)
            yield break;
        foreach (var category in deals.Values.Where(deal => deal.Left is not null).GroupBy(deal => deal.Left!.Value).OrderByDescending(group => group.Key))
        {
            var leaving = category.Sum(deal => deal.Amount);
            var open = pipeline.AmountIn(category.Key);
            if (100m * leaving > most * open)
                yield return Invariant($"money-moved: {leaving:N0} of the {open:N0} open in {category.Key.Name()} would leave it, {Share(leaving, open)}; the budget is {most:0.##} %.");
        }
    }

    private IEnumerable<string> Owners(ChangeBudget budget)
    {
        if (budget.DealsPerOwner is not { } most)
            yield break;
        var over = deals.Values.Where(deal => deal.Owner is not null).CountBy(deal => deal.Owner!.Value)
            .Where(owner => owner.Value > most).OrderByDescending(owner => owner.Value).ThenBy(owner => owner.Key).ToList();
        if (over.Count == 0)
            yield break;
        var named = string.Join(", ", over.Take(NamedOwners).Select(owner => Invariant($"{owner.Key} {owner.Value:N0}")));
        var rest = over.Count > NamedOwners ? Invariant($" and {over.Count - NamedOwners:N0} more") : "";
        yield return Invariant($"deals-per-owner: the budget is {most:N0} corrected deals of one owner; over it: {named}{rest}.");
    }

    private static ForecastCategory? CategoryLeft(PlannedRecord planned) => planned.Changes
        .Where(change => change.Rule is not null && ForecastCategories.Parse(change.To.AsText) is not null)
        .Select(change => ForecastCategories.Parse(change.From.AsText))
        .FirstOrDefault();

    // Nothing of it is open any more: all of it has moved, and a share of nothing is none.
    private static string Share(decimal part, decimal whole) => whole == 0 ? "more than all" : Invariant($"{100m * part / whole:0.#} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
