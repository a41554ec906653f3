using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// What a letter of MEDDPICC says has been looked at in the last 90 days. Source: catalogue section 6; B 12.1 "Recency: days since last
/// meaningful update".
/// </summary>
public sealed class LetterMustNotGoStaleRule : IRule
{
    public string Id => "meddpicc.stale-evidence";

    public string Condition => "a letter that is filled was last changed more than {meddpicc.stale-days} days ago";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public IEnumerable<string> ReadsUnder(Policy policy) => policy.Meddpicc.Letters.SelectMany(letter => letter.Fields);

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.stale-days", "meddpicc.letters"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Context.FieldHistory is not { } history)
            return RuleOutcome.NotRun;
        return OldestAnswer(deal, history) is { } oldest && IsStale(deal, oldest) ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var history = deal.Context.FieldHistory!;
        var stale = deal.Policy.Meddpicc.Letters.Where(letter => IsFilled(deal, letter) && IsStale(deal, LastChange(history, letter))).ToList();
        var words = stale.Select(letter => $"{letter.Name} ({Sentences.Date(deal.Policy.DayOf(LastChange(history, letter)))})");
        return new Explanation
        {
            Message = $"Unchanged for more than {FieldValue.Of(deal.Policy.Meddpicc.StaleDays)} days: {Sentences.Join([.. words])}. Is it still true?",
            Evidence = [.. stale.SelectMany(letter => letter.Fields).Distinct().Select(field => deal.Saw(field, FieldValue.Of("looked at again")))],
        };
    }

    /// <summary>When the filled letter that has stood for the longest was last changed; null: none is filled.</summary>
    private static DateTimeOffset? OldestAnswer(Deal deal, FieldHistory history)
    {
        DateTimeOffset? oldest = null;
        var letters = deal.Policy.Meddpicc.Letters;
        for (var place = 0; place < letters.Count; place++)
        {
            if (IsFilled(deal, letters[place]) && LastChange(history, letters[place]) is var changed && !(changed >= oldest))
                oldest = changed;
        }

        return oldest;
    }

    private static bool IsFilled(Deal deal, ChecklistItem letter) => letter.IsDone(deal.Opportunity, deal.Policy.Fields) == true;

    private static bool IsStale(Deal deal, DateTimeOffset changed) => deal.Policy.DayOf(changed) < deal.Today.Plus(-deal.Policy.Meddpicc.StaleDays);

    private static DateTimeOffset LastChange(FieldHistory history, ChecklistItem letter)
    {
        var last = history.UnchangedSince(letter.Fields[0]);
        for (var index = 1; index < letter.Fields.Count; index++)
        {
            if (history.UnchangedSince(letter.Fields[index]) is var changed && changed > last)
                last = changed;
        }

        return last;
    }
}
