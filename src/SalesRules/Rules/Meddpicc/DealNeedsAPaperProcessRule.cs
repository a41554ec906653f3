using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By commercial the paper process is known, by commitment it has a legal status and a signature date; in Commit that weighs high.
/// Source: B 2.1 "Evidence includes procurement steps, legal review status, and a scheduled signature date"; catalogue section 6.
/// </summary>
public sealed class DealNeedsAPaperProcessRule : IRule
{
    private static readonly FilledParts ByCommercial = new(("Paper_Process__c", "paper process"));
    private static readonly FilledParts ByCommitment = new(("Paper_Process__c", "paper process"), ("Legal_Status__c", "legal status"), ("Signature_Expected_On__c", "signature date"));

    public string Id => "meddpicc.no-paper-process";

    public string Condition => "the paper process is empty or, by commitment, the legal status or the signature date is";

    public bool CountsForRisk => true;

    public string Weighs => "medium; high in Commit";

    public Reach Reach { get; } = Reach.By(StageType.Commercial);

    public IReadOnlyList<string> Needs { get; } = ["Paper_Process__c", "Legal_Status__c", "Signature_Expected_On__c"];

    public RuleOutcome Apply(Deal deal)
    {
        if (PartsOf(deal).AreFilled(deal.Opportunity))
            return RuleOutcome.Clear;
        return new Finding(Id, deal.Category == ForecastCategory.Commit ? Severity.High : Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The deal has no {PartsOf(deal).Missing(deal)}.",
        Evidence = PartsOf(deal).Saw(deal),
    };

    private static FilledParts PartsOf(Deal deal) => deal.IsBy(StageType.Commitment) ? ByCommitment : ByCommercial;
}
