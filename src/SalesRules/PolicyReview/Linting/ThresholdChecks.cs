using System.Globalization;
using SalesRules.Policies;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Thresholds that no open deal can meet, that every deal meets, and those of two sections that contradict each other.</summary>
internal static class ThresholdChecks
{
    /// <summary>Insight and Quantify at 2 are the rule's own condition.</summary>
    private const int LeastExpansionTotal = 4;

    public static void Check(LintedPolicy linted)
    {
        OfPov(linted, linted.Policy.Pov, linted.Policy.Meddpicc);
        OfClosing(linted, linted.Policy.Closing);
        OfMeddpicc(linted, linted.Policy.Meddpicc);
        if (linted.Policy.Renewals.ExpansionTotal <= LeastExpansionTotal && linted.IsSet("renewals.expansion-total"))
            linted.Warn("lint.threshold-always-met", "renewals.expansion-total", "every renewal with Insight and Quantify at 2 has a total of at least 4, so this threshold decides nothing; write 5 or more");
        if (linted.Policy.Hygiene.DuplicateSimilarity == 0)
            linted.Warn("lint.threshold-always-met", "hygiene.duplicate-similarity", "any two names are as similar as that, so names no longer tell duplicates apart; write a number above 0, such as 0.8");
        if (linted.Policy.Tasks.DueDaysHigh > linted.Policy.Tasks.DueDaysOther)
            linted.Warn("lint.contradiction", "tasks.due-days", "tasks of high findings are due later than the others; give high the smaller number of days");
    }

    private static void OfPov(LintedPolicy linted, PovPolicy pov, MeddpiccPolicy meddpicc)
    {
        if (meddpicc.PovEndingDays >= pov.MaximumDays)
            linted.Warn("lint.contradiction", "meddpicc.pov-ending-days", Said($"a POV is said to end soon {meddpicc.PovEndingDays} days ahead and may last {pov.MaximumDays} (pov.maximum-days): every POV would have the finding from its first day; write fewer days"));
        if (meddpicc.MsaDays >= pov.MaximumDays)
            linted.Warn("lint.contradiction", "meddpicc.msa-days", Said($"the MSA has {meddpicc.MsaDays} days from the start of a POV, which may last {pov.MaximumDays} (pov.maximum-days): the finding would only come when the POV is over; write fewer days"));
        if (pov.CapacityPerSe > pov.Capacity)
            linted.Warn("lint.threshold-never-met", "pov.capacity-per-se", Said($"one SE may run {pov.CapacityPerSe} POVs and all together {pov.Capacity} (pov.capacity), so the limit of one SE is never reached; write fewer, or null"));
        foreach (var (segment, days) in meddpicc.DaysLeft.Where(pair => pair.Value.Pov > pov.MaximumDays && linted.IsSet($"meddpicc.days-left.{pair.Key}.pov")))
            linted.Warn("lint.contradiction", $"meddpicc.days-left.{segment}.pov", Said($"close dates allow for a POV of {days.Pov} days, and pov.maximum-days allows {pov.MaximumDays}; make the two agree"));
    }

    private static void OfClosing(LintedPolicy linted, ClosingPolicy closing)
    {
        if (closing.CommitHighDays > closing.WeekDays)
            linted.Warn("lint.contradiction", "closing.commit-high-days", Said($"weighs high from {closing.CommitHighDays} days before the close date, and the closing week begins {closing.WeekDays} days before it (closing.week-days): in Commit nothing would ever weigh medium; write fewer days"));
        for (var index = 0; index < closing.Checklist.Count; index++)
        {
            if (closing.Checklist[index].DaysBefore > closing.WeekDays)
                linted.Warn("lint.contradiction", Said($"closing.checklist[{index}].days-before"), Said($"{closing.Checklist[index].Name} is due {closing.Checklist[index].DaysBefore} days before the close date, and nobody looks before the closing week, which has {closing.WeekDays} days (closing.week-days); make the two agree"));
        }
    }

    private static void OfMeddpicc(LintedPolicy linted, MeddpiccPolicy meddpicc)
    {
        if (meddpicc.StrongPain == 0)
            linted.Warn("lint.threshold-never-met", "meddpicc.strong-pain", "no pain score is below 0, so meddpicc.low-pain never finds anything; write 1 or more, or switch the rule off in severities");
        if (meddpicc.ScorecardWins == 0)
            linted.Warn("lint.threshold-never-met", "meddpicc.scorecard-wins", "no scorecard has fewer than 0 wins, so the rule never finds anything; write 1 or more, or switch the rule off in severities");
    }

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
