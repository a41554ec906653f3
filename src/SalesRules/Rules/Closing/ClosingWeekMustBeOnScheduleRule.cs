using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Closing;

/// <summary>
/// In the week before the close date every item of the closing checklist is done when it is due; in Commit an overdue item weighs high
/// from 2 days before. Source: B 9.5 "Close Week Checklist"; catalogue section 8.
/// </summary>
public sealed class ClosingWeekMustBeOnScheduleRule : IRule
{
    public string Id => "close.week";

    public string Condition => "the deal closes within {closing.week-days} days and an item of the closing checklist is due and not ticked; high in Commit from {closing.commit-high-days} days before";

    public bool CountsForRisk => true;

    public string Weighs => "medium; high in Commit from 2 days before";

    public IReadOnlyList<string> Needs { get; } = ["CloseDate", "Close_Checklist__c"];

    public IReadOnlyList<string> Settings { get; } = ["closing.checklist", "closing.week-days", "closing.commit-high-days"];

    public RuleOutcome Apply(Deal deal)
    {
        if (DaysToClose(deal) is not { } days || days < 0 || days > deal.Policy.Closing.WeekDays || !Overdue(deal, days).Any())
            return RuleOutcome.Clear;
        var isUrgent = deal.Category == ForecastCategory.Commit && days <= deal.Policy.Closing.CommitHighDays;
        return new Finding(Id, isUrgent ? Severity.High : Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var overdue = Overdue(deal, DaysToClose(deal)!.Value).ToList();
        return new Explanation
        {
            Message = $"Closes on {Sentences.Date(deal.Opportunity.CloseDate!.Value)} and is behind the closing checklist: {string.Join("; ", overdue.Select(item => item.Name))}.",
            Evidence = [deal.Saw("Close_Checklist__c", FieldValue.Of(string.Join(";", overdue.Select(item => item.Name))))],
        };
    }

    private static int? DaysToClose(Deal deal) => deal.Opportunity.CloseDate?.DayNumber - deal.Today.DayNumber;

    /// <summary>The items that are due by now and not ticked.</summary>
    private static IEnumerable<ClosingItem> Overdue(Deal deal, int days)
    {
        var ticked = (deal.Opportunity.CloseChecklist ?? "").Split(';', StringSplitOptions.TrimEntries);
        return deal.Policy.Closing.Checklist.Where(item => days <= item.DaysBefore && !ticked.Contains(item.Name, StringComparer.OrdinalIgnoreCase));
    }
}
