using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Retention;

/// <summary>
/// A customer who slips away is called in time: high where usage fell 40 % for two weeks and a milestone is 14 days overdue, medium
/// where it fell 20 % or tickets rose by half with slower answers, low where onboarding is not finished. Source: B 11.1 "Example rule
/// set"; catalogue section 11.
/// </summary>
public sealed class RetentionRiskMustBeActedOnRule : IRule
{
    public string Id => "retention.risk";

    public string Condition => "usage fell by {retention.drop-percent} % or more in each of two weeks, or tickets rose by {retention.tickets-percent} % or more while answers got slower, or onboarding steps are open (low); high where usage fell by {retention.big-drop-percent} % or more and a milestone has been due for {retention.milestone-overdue-days} days";

    public bool CountsForRisk => false;

    public string Weighs => "high, medium or low";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["Usage_Change_Last_Week", "Usage_Change_Week_Before"];

    public IReadOnlyList<string> Reads { get; } = ["Value_Milestone_Due_On", "Tickets_Change", "Resolution_Time_Change", "Onboarding_Steps_Open"];

    public IReadOnlyList<string> Settings { get; } =
        ["retention.big-drop-percent", "retention.drop-percent", "retention.milestone-overdue-days", "retention.tickets-percent"];

    public RuleOutcome Apply(Deal deal)
    {
        var usage = Usage(deal.Opportunity);
        if (usage <= BigDrop(deal) && IsMilestoneOverdue(deal))
            return new Finding(Id, Severity.High, deal);
        if (usage <= Drop(deal) || HasFriction(deal))
            return new Finding(Id, Severity.Medium, deal);
        if (deal.Opportunity.OnboardingStepsOpen > 0)
            return new Finding(Id, Severity.Low, deal);
        return usage is null ? RuleOutcome.NotRun : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var usage = Usage(deal.Opportunity);
        return new Explanation
        {
            Message = usage <= BigDrop(deal) && IsMilestoneOverdue(deal)
                ? $"Usage fell by {FieldValue.Of(-usage)} % or more in each of two weeks and a milestone of {Sentences.Date(deal.Opportunity.ValueMilestoneDueOn!.Value)} is overdue: call the customer together with support."
                : usage <= Drop(deal)
                    ? $"Usage fell by {FieldValue.Of(-usage)} % or more in each of two weeks: check in within five business days and review the last milestone."
                    : HasFriction(deal)
                        ? $"Tickets rose by {FieldValue.Of(deal.Opportunity.TicketsChange)} % and answers take {FieldValue.Of(deal.Opportunity.ResolutionTimeChange)} % longer: check in within five business days and review the last milestone."
                        : $"The last onboarding steps are not done ({FieldValue.Of(deal.Opportunity.OnboardingStepsOpen)} open): watch this account.",
            Evidence = [.. Causes(deal, usage)],
        };
    }

    /// <summary>Each cause that holds. The limits themselves are beyond what is asked for, and the words say so.</summary>
    private static IEnumerable<Evidence> Causes(Deal deal, decimal? usage)
    {
        var isHigh = usage <= BigDrop(deal) && IsMilestoneOverdue(deal);
        if (usage <= Drop(deal))
        {
            var above = FieldValue.Of($"above {FieldValue.Of(isHigh ? BigDrop(deal) : Drop(deal))}");
            yield return deal.Saw("Usage_Change_Last_Week", above);
            yield return deal.Saw("Usage_Change_Week_Before", above);
        }

        if (isHigh)
            yield return deal.Saw("Value_Milestone_Due_On", FieldValue.Of($"reached, or less than {FieldValue.Of(deal.Policy.Retention.MilestoneOverdueDays)} days overdue"));
        if (HasFriction(deal))
        {
            yield return deal.Saw("Tickets_Change", FieldValue.Of($"less than {FieldValue.Of(deal.Policy.Retention.TicketsPercent)}"));
            yield return deal.Saw("Resolution_Time_Change", FieldValue.Of(0m));
        }

        if (deal.Opportunity.OnboardingStepsOpen > 0)
            yield return deal.Saw("Onboarding_Steps_Open", FieldValue.Of(0m));
    }

    /// <summary>The smaller of the drops of two consecutive weeks; null: unknown.</summary>
    private static decimal? Usage(Opportunity opportunity) =>
        opportunity is { UsageChangeLastWeek: { } last, UsageChangeWeekBefore: { } before } ? Math.Max(last, before) : null;

    private static bool IsMilestoneOverdue(Deal deal) => deal.Opportunity.ValueMilestoneDueOn <= deal.Today.Plus(-deal.Policy.Retention.MilestoneOverdueDays);

    private static bool HasFriction(Deal deal) => deal.Opportunity.TicketsChange >= deal.Policy.Retention.TicketsPercent && deal.Opportunity.ResolutionTimeChange > 0;

    private static int BigDrop(Deal deal) => -deal.Policy.Retention.BigDropPercent;

    private static int Drop(Deal deal) => -deal.Policy.Retention.DropPercent;
}
