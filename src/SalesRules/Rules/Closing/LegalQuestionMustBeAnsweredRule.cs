using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Closing;

/// <summary>
/// A question of the customer's lawyers is answered within two business days. Source: B 9.4; catalogue section 8.
/// </summary>
public sealed class LegalQuestionMustBeAnsweredRule : IRule
{
    public string Id => "close.legal-reply-late";

    public string Condition => "the legal status has said for more than {closing.legal-reply-days} business days that a question is open";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["Legal_Status__c"];

    public IReadOnlyList<string> Settings { get; } = ["closing.legal-question", "closing.legal-reply-days", "business.holidays"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.LegalStatus is not { } status || !deal.Policy.Closing.LegalQuestion.Contains(status))
            return RuleOutcome.Clear;
        if (AskedOn(deal) is not { } asked)
            return RuleOutcome.NotRun;
        return deal.Today > deal.Policy.Business.AddBusinessDays(asked, deal.Policy.Closing.LegalReplyDays) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Legal stands at \"{deal.Opportunity.LegalStatus}\" since {Sentences.Date(AskedOn(deal)!.Value)}: answer within {FieldValue.Of(deal.Policy.Closing.LegalReplyDays)} business days.",
        Evidence = [deal.Saw("Legal_Status__c", FieldValue.Of("an answer"))],
    };

    /// <summary>Since when the question is known to be open; null: nobody watched.</summary>
    private static DateOnly? AskedOn(Deal deal) =>
        deal.Context.FieldHistory is { } history ? deal.Policy.DayOf(history.UnchangedSince("Legal_Status__c")) : null;
}
