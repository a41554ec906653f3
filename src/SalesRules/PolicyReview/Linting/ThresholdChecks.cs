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
        OfHygiene(linted, linted.Policy.Hygiene);
        if (linted.Policy.StageRules.LongMedians <= 1)
            linted.Warn("lint.threshold-always-met", "stage-rules.long-medians", "every deal that ages has stood for longer than the median, so all of them would weigh high; write more than 1, such as 3");
        if (linted.Policy.Tasks.DueDaysHigh > linted.Policy.Tasks.DueDaysOther)
            linted.Warn("lint.contradiction", "tasks.due-days", "tasks of high findings are due later than the others; give high the smaller number of days");
    }

    private static void OfPov(LintedPolicy linted, PovPolicy pov, MeddpiccPolicy meddpicc)
    {
        if (meddpicc.PovEndingDays >= pov.MaximumDays)
            linted.Warn("lint.contradiction", "meddpicc.pov-ending-days", Said($"a POV is said to end soon {Days(meddpicc.PovEndingDays)} ahead and may last {pov.MaximumDays} (pov.maximum-days): every POV would have the finding from its first day; write fewer days"));
        if (meddpicc.MsaDays >= pov.MaximumDays)
            linted.Warn("lint.contradiction", "meddpicc.msa-days", Said($"the MSA has {Days(meddpicc.MsaDays)} from the start of a POV, which may last {pov.MaximumDays} (pov.maximum-days): the finding would only come when the POV is over; write fewer days"));
        if (pov.CapacityPerSe > pov.Capacity)
            linted.Warn("lint.threshold-never-met", "pov.capacity-per-se", Said($"one SE may run {pov.CapacityPerSe} and all together {pov.Capacity} POVs at once (pov.capacity), so the limit of one SE is never reached; write fewer, or null"));
        foreach (var (segment, days) in meddpicc.DaysLeft.Where(pair => pair.Value.Pov > pov.MaximumDays && linted.IsSet($"meddpicc.days-left.{pair.Key}.pov")))
            linted.Warn("lint.contradiction", $"meddpicc.days-left.{segment}.pov", Said($"close dates allow for a POV of {Days(days.Pov)}, and pov.maximum-days allows {pov.MaximumDays}; make the two agree"));
    }

    private static void OfHygiene(LintedPolicy linted, HygienePolicy hygiene)
    {
        if (hygiene.DuplicateSimilarity == 0)
            linted.Warn("lint.threshold-always-met", "hygiene.duplicate-similarity", "any two names are as similar as that, so names no longer tell duplicates apart; write a number above 0, such as 0.8");
        if (hygiene.ActivityDaysInCommit > hygiene.ActivityDays)
            linted.Warn("lint.contradiction", linted.Blamed("hygiene.activity-days-in-commit", "hygiene.activity-days"), Said($"a deal in Commit may rest for {Days(hygiene.ActivityDaysInCommit)} and any other for {hygiene.ActivityDays} (hygiene.activity-days), so the deals that count most are watched least; give Commit the smaller number"));
    }

    private static void OfClosing(LintedPolicy linted, ClosingPolicy closing)
    {
        if (closing.CommitHighDays > closing.WeekDays)
            linted.Warn("lint.contradiction", "closing.commit-high-days", Said($"weighs high from {Days(closing.CommitHighDays)} before the close date, and the closing week begins {Days(closing.WeekDays)} before it (closing.week-days): in Commit nothing would ever weigh medium; write fewer days"));
        for (var index = 0; index < closing.Checklist.Count; index++)
        {
            if (closing.Checklist[index].DaysBefore > closing.WeekDays)
                linted.Warn("lint.contradiction", Said($"closing.checklist[{index}].days-before"), Said($"{closing.Checklist[index].Name} is due {Days(closing.Checklist[index].DaysBefore)} before the close date, and nobody looks before the closing week, which has {Days(closing.WeekDays)} (closing.week-days); make the two agree"));
        }

        if (EarliestKickoffFinding(closing) > closing.HandoffDays && linted.IsAsked("handoff.kickoff-missing"))
            linted.Warn("lint.threshold-never-met", linted.Blamed("closing.kickoff-days", "closing.handoff-days"), Said($"a kickoff without a date is told after {closing.KickoffDays} business days (closing.kickoff-days), and nobody looks later than {Days(closing.HandoffDays)} after the close (closing.handoff-days), so handoff.kickoff-missing never finds anything; ask for the kickoff earlier, or look for longer"));
    }

    /// <summary>The fewest days after a close at which the business days are over: as if no holiday, and no weekend but between them, came in.</summary>
    private static int EarliestKickoffFinding(ClosingPolicy closing) =>
        closing.KickoffDays + (2 * (Math.Max(0, closing.KickoffDays - 1) / 5)) + 1;

    private static void OfMeddpicc(LintedPolicy linted, MeddpiccPolicy meddpicc)
    {
        if (meddpicc.StrongPain == 0)
            linted.Warn("lint.threshold-never-met", "meddpicc.strong-pain", "no pain score is below 0, so meddpicc.low-pain never finds anything; write 1 or more, or switch the rule off in severities");
        if (meddpicc.ScorecardWins == 0)
            linted.Warn("lint.threshold-never-met", "meddpicc.scorecard-wins", "no scorecard has fewer than 0 wins, so the rule never finds anything; write 1 or more, or switch the rule off in severities");
        Levels(linted, meddpicc, ("small-level", meddpicc.SmallLevel), ("middle-level", meddpicc.MiddleLevel));
        Levels(linted, meddpicc, ("middle-level", meddpicc.MiddleLevel), ("large-level", meddpicc.LargeLevel));
    }

    /// <summary>The larger amount needs at least the level of the smaller.</summary>
    private static void Levels(LintedPolicy linted, MeddpiccPolicy meddpicc, (string Key, string Level) smaller, (string Key, string Level) larger)
    {
        if (meddpicc.BuyerLevels[smaller.Level] > meddpicc.BuyerLevels[larger.Level])
            linted.Warn("lint.contradiction", linted.Blamed($"meddpicc.{smaller.Key}", $"meddpicc.{larger.Key}"), $"the smaller amount needs {smaller.Level} (meddpicc.{smaller.Key}) and the larger {larger.Level} (meddpicc.{larger.Key}), which ranks lower in buyer-levels; give the larger amount the higher level");
    }

    private static string Days(int days) => days == 1 ? "1 day" : Said($"{days} days");

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
