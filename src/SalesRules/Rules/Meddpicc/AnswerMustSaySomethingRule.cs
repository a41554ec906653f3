using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// A field of MEDDPICC says something: not "tbd", not one character, not the same text on five open deals of one owner. Source:
/// catalogue section 6.
/// </summary>
public sealed class AnswerMustSaySomethingRule : IRule
{
    public const string RuleId = "meddpicc.placeholder";

    /// <summary>The texts that people write for MEDDPICC and its metrics.</summary>
    public static IReadOnlyList<OpportunityField> Texts { get; } =
    [
        .. new[]
        {
            "Metrics_Baseline__c", "Metrics_Target__c", "Metrics_Success_Criterion__c", "Decision_Criteria__c", "Decision_Process__c",
            "Paper_Process__c", "Pain__c", "Competition__c",
        }.Select(OpportunityFields.Get),
    ];

    public string Id => RuleId;

    public string Condition => "a text of MEDDPICC is one character, one of the placeholders, or the same on {meddpicc.repeated-texts} or more open deals of the owner";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Reads { get; } = [.. Texts.Select(field => field.ApiName)];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.placeholders", "meddpicc.repeated-texts"];

    public RuleOutcome Apply(Deal deal)
    {
        var isUnknown = false;
        for (var place = 0; place < Texts.Count; place++)
        {
            var field = Texts[place];
            if (field.IsEmpty(deal.Opportunity))
                continue;
            if (SaysNothing(deal, field))
                return new Finding(Id, Severity.Medium, deal);
            isUnknown |= deal.Context.RepeatedTexts is null;
        }

        return isUnknown ? RuleOutcome.NotRun : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var empty = Texts.Where(field => !field.IsEmpty(deal.Opportunity) && SaysNothing(deal, field)).ToList();
        return new Explanation
        {
            Message = $"An answer that says nothing stands in {Sentences.Join([.. empty.Select(field => field.Label)])}.",
            Evidence = [.. empty.Select(field => deal.Saw(field, FieldValue.Of("an answer of its own")))],
        };
    }

    private static bool SaysNothing(Deal deal, OpportunityField field)
    {
        var text = field.TextOf(deal.Opportunity)!.AsSpan().Trim();
        return text.Length == 1 || deal.Policy.Meddpicc.IsPlaceholder(text) || deal.Context.RepeatedTexts?.Contains(field.ApiName) == true;
    }
}
