using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// The sale that a renewal renews closed with Quantify 2; a lower one predicts a weak renewal 12 months later and is surfaced early.
/// Source: M "Shared accountability"; catalogue section 4.
/// </summary>
public sealed class WeakSaleForeshadowsAWeakRenewalRule : IRuleOnSurroundings
{
    public string Id => "renewal.inherited-weak-quantify";

    public string Condition => "the original sale closed with Quantify 0 or 1";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Reads { get; } = ["Renewal_Of__c"];

    public Surrounding RestsOn => Surrounding.OriginalSale;

    public bool AsksOf(Deal deal) => deal.Opportunity.RenewalOf is not null;

    public RuleOutcome Apply(Deal deal)
    {
        if (!AsksOf(deal) || deal.Context.Original is not { Quantify: { } quantify })
            return RuleOutcome.NotRun;
        return quantify <= 1 ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var original = deal.Context.Original!;
        return new Explanation
        {
            Message = $"The original sale closed{(original.ClosedOn is { } closed ? $" on {Sentences.Date(closed)}" : "")} with Quantify {FieldValue.Of(original.Quantify)}: it predicts a weak renewal, work on the cost of switching now.",
            Evidence = [new Evidence(deal.NameOf("Renewal_Of__c"), FieldValue.Of(original.Id), FieldValue.Of("a sale closed with Quantify 2"))],
        };
    }
}
