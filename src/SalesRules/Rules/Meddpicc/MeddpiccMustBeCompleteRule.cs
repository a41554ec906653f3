using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// All eight letters of MEDDPICC are filled; the gaps are named. Source: P "Sales Methodology"; catalogue section 6.
/// </summary>
public sealed class MeddpiccMustBeCompleteRule : IRule
{
    public string Id => "meddpicc.completeness";

    public string Condition => "a letter of MEDDPICC is not filled";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public IEnumerable<string> ReadsUnder(Policy policy) => policy.Meddpicc.Letters.SelectMany(letter => letter.Fields);

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.letters"];

    public RuleOutcome Apply(Deal deal)
    {
        var isUnknown = true;
        var letters = deal.Policy.Meddpicc.Letters;
        for (var place = 0; place < letters.Count; place++)
        {
            if (letters[place].IsDone(deal.Opportunity, deal.Policy.Fields) is not { } isFilled)
                continue;
            if (!isFilled)
                return new Finding(Id, Severity.Info, deal);
            isUnknown = false;
        }

        return isUnknown ? RuleOutcome.NotRun : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var known = deal.Policy.Meddpicc.Letters.Select(letter => (letter.Name, IsFilled: letter.IsDone(deal.Opportunity, deal.Policy.Fields))).Where(letter => letter.IsFilled is not null).ToList();
        var gaps = known.Where(letter => letter.IsFilled == false).Select(letter => letter.Name).ToList();
        return new Explanation
        {
            Message = $"MEDDPICC is filled in {FieldValue.Of(known.Count - gaps.Count)} of {FieldValue.Of(known.Count)} letters; open: {string.Join(", ", gaps)}.",
            Evidence =
            [
                .. deal.Policy.Meddpicc.Letters.Where(letter => letter.IsDone(deal.Opportunity, deal.Policy.Fields) == false)
                    .SelectMany(letter => letter.Missing(deal.Opportunity)).Distinct().Select(field => deal.Saw(field, FieldValue.Of("filled"))),
            ],
        };
    }
}
