using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// A deal stands once: no other open deal of the account has the same motion, an amount within 10 % and a name that is as good as
/// equal. Source: B 12.1 "Deduplication rules"; catalogue section 8.
/// </summary>
public sealed class DealMustNotStandTwiceRule : IRuleOnSurroundings
{
    public string Id => "hygiene.duplicate";

    public string Condition => "another open deal of the account has the same motion, an amount within {hygiene.duplicate-amount-percent} % of the larger and a name of similarity {hygiene.duplicate-similarity} or more";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["AccountId"];

    public IReadOnlyList<string> Reads { get; } = ["Name", "Amount", "Type"];

    public IReadOnlyList<string> Settings { get; } = ["hygiene.duplicate-amount-percent", "hygiene.duplicate-similarity"];

    public Surrounding RestsOn => Surrounding.Siblings;

    public bool AsksOf(Deal deal) => deal.Opportunity.AccountId is not null;

    public RuleOutcome Apply(Deal deal)
    {
        if (!AsksOf(deal))
            return RuleOutcome.Clear;
        if (deal.Context.Siblings is not { } siblings)
            return RuleOutcome.NotRun;
        return siblings.Count > 0 && siblings.Any(sibling => IsTwin(deal, sibling)) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var twins = deal.Context.Siblings!.Where(sibling => IsTwin(deal, sibling)).OrderBy(sibling => sibling.Id).ToList();
        return new Explanation
        {
            Message = $"Looks like the same deal as {Sentences.Join([.. twins.Select(twin => $"{twin.Name} ({twin.Id})")])}: merge them, or tell them apart by name.",
            Evidence = [deal.Saw("Name", FieldValue.Of("a name of its own")), deal.Saw("Amount", FieldValue.Null), deal.Saw("AccountId", FieldValue.Null)],
        };
    }

    private static bool IsTwin(Deal deal, SiblingDeal sibling) =>
        sibling.Motion == deal.Motion
        && AreNear(deal.Opportunity.Amount, sibling.Amount, deal.Policy.Hygiene.DuplicateAmountPercent)
        && NameLikeness.Of(deal.Opportunity.Name, sibling.Name) >= deal.Policy.Hygiene.DuplicateSimilarity;

    /// <summary>Compared as shares of the larger: amounts are what people typed, and their difference may be more than a number can hold.</summary>
    private static bool AreNear(decimal? one, decimal? other, decimal percent)
    {
        if (one is not { } a || other is not { } b)
            return false;
        var larger = Math.Max(Math.Abs(a), Math.Abs(b));
        return larger == 0 || Math.Abs((a / larger) - (b / larger)) <= percent / 100;
    }
}
