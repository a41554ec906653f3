using SalesRules.Policies;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Words of one section that another does not know: motions without a Type, segments without a value.</summary>
internal static class MotionAndSegmentChecks
{
    private static readonly string[] GateSettings =
        ["pov.return-stage", "pov.effective-on", "pov.stale-deferral-days", "pov.capacity", "pov.capacity-per-se"];

    public static void Check(LintedPolicy linted)
    {
        var policy = linted.Policy;
        Motions(linted);
        Segments(linted, "meddpicc.days-left", policy.Meddpicc.DaysLeft.Keys);
        Segments(linted, "portfolio.segment-targets", policy.Portfolio.SegmentTargets.Keys);
        Segments(linted, "portfolio.win-rate-targets", policy.Portfolio.WinRateTargets.Keys);
        Segments(linted, "portfolio.cycle-targets", policy.Portfolio.CycleTargets.Keys);
    }

    private static void Motions(LintedPolicy linted)
    {
        var gated = linted.Policy.Pov.GatedMotions;
        if (linted.IsSet("pov.gated-motions"))
        {
            foreach (var motion in gated.Except(linted.Motions).Order())
                linted.Warn("lint.motion-without-type", "pov.gated-motions", $"no Type means {motion.Name()}, so the gate never sees such a deal; map a Type to it in motions.types, or take it off the list");
        }

        if (gated.Count > 0)
            return;
        foreach (var key in GateSettings.Where(linted.IsSet))
            linted.Warn("lint.setting-without-effect", key, "has no effect, because pov.gated-motions is empty and no deal passes through the gate; name a motion there, or leave this out");
    }

    private static void Segments(LintedPolicy linted, string key, IEnumerable<string> segments)
    {
        if (!linted.IsSet(key))
            return;
        foreach (var segment in segments.Where(segment => !linted.Policy.Segments.All.Contains(segment, StringComparer.OrdinalIgnoreCase)))
            linted.Warn("lint.segment-without-value", $"{key}.{segment}", $"no value of Segment__c means {segment}, so no deal is ever in that segment; name the value in segments.values, or leave {segment} out");
    }
}
