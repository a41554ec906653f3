using SalesRules.Alerts;
using SalesRules.Plans;
using SalesRules.Policies;

namespace SalesRules.Tests.Alerts;

/// <summary>
/// Counts the transitions of a walk on its own: one series of facts for each subject over the whole walk, unknown ones filled in from
/// before, and then a count of the edges. Shares no code with what it checks.
/// </summary>
internal static class WalkModel
{
    public static Dictionary<AlertKind, int> Count(IReadOnlyList<(PlannedDecision Decided, Policy Policy)> walk)
    {
        var closed = Filled(walk, step => step.Decided.Standing.Corrected.IsClosed
            ?? (StageOf(step) is { } stage ? stage.Type is StageType.ClosedWon or StageType.ClosedLost : null), false);
        var open = closed.Select(isClosed => !isClosed).ToList();
        var risk = Levels(walk, open);
        var gate = Filled(walk.Zip(open), pair => GateOf(pair.First, pair.Second), "");
        var ending = Filled(walk.Zip(open), pair => EndingOf(pair.First, pair.Second), 0);
        var silent = Silences(walk, open);

        var counts = new Dictionary<AlertKind, int>
        {
            [AlertKind.RiskEntered] = Edges(risk, 0, (was, now) => was < 2 && now >= 2),
            [AlertKind.RiskRose] = Edges(risk, 0, (was, now) => was == 2 && now == 3),
            [AlertKind.PovDeferred] = Edges(gate, "", (was, now) => was != "Deferred" && now == "Deferred"),
            [AlertKind.PovCleared] = Edges(gate, "", (was, now) => was == "Deferred" && now == "Approved"),
            [AlertKind.PovEnding] = Edges(ending, 0, (was, now) => now > was),
            [AlertKind.SponsorSilent] = Edges(silent, false, (was, now) => !was && now),
            [AlertKind.DealClosed] = closed.Count == 0 ? 0 : Edges(closed, closed[0], (was, now) => !was && now),
        };
        return counts.Where(pair => pair.Value > 0).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static Stage? StageOf((PlannedDecision Decided, Policy Policy) step) => step.Policy.Stages.Find(step.Decided.Standing.Corrected.StageName);

    private static bool Found(PlannedDecision decided, params string[] rules) => decided.Standing.Decision.Findings.Any(finding => rules.Contains(finding.Rule));

    private static List<int> Levels(IReadOnlyList<(PlannedDecision Decided, Policy Policy)> walk, List<bool> open)
    {
        var (levels, makers) = (new List<int>(), new List<string>());
        for (var at = 0; at < walk.Count; at++)
        {
            var decision = walk[at].Decided.Standing.Decision;
            var mute = open[at] ? makers.Intersect(decision.NotRun).ToList() : [];
            var level = open[at] ? (int)decision.Risk.Level : 0;
            if (mute.Count > 0)
                level = Math.Max(level, levels[^1]);
            makers = open[at] ? [.. decision.Risk.Rules.Union(mute)] : [];
            levels.Add(level);
        }

        return levels;
    }

    private static List<bool> Silences(IReadOnlyList<(PlannedDecision Decided, Policy Policy)> walk, List<bool> open)
    {
        var (silent, says) = (new List<bool>(), new Dictionary<string, bool> { ["renewal.sponsor-silent"] = false, ["renewal.sponsor-unmet"] = false });
        for (var at = 0; at < walk.Count; at++)
        {
            foreach (var rule in says.Keys)
                says[rule] = open[at] && (Found(walk[at].Decided, rule) || (says[rule] && walk[at].Decided.Standing.Decision.NotRun.Contains(rule)));
            silent.Add(says.Values.Any(yes => yes));
        }

        return silent;
    }

    /// <summary>Null: unknown.</summary>
    private static string? GateOf((PlannedDecision Decided, Policy Policy) step, bool isOpen)
    {
        if (!isOpen)
            return "";
        var isBlind = !step.Policy.Drift.CanRead(["MIQL_Outcome__c", "MIQL_Maps__c", "MIQL_Insight__c", "MIQL_Quantify__c", "MIQL_Leadership__c"]);
        if (isBlind || StageOf(step) is null)
            return null;
        return step.Decided.Standing.Decision.Pov is not { } pov ? "" : pov.State != "Deferred" ? "Approved" : pov.OnRecord ? "" : "Deferred";
    }

    private static int? EndingOf((PlannedDecision Decided, Policy Policy) step, bool isOpen)
    {
        if (!isOpen)
            return 0;
        if (step.Decided.Standing.Decision.NotRun.Contains("meddpicc.pov-ending"))
            return null;
        return !Found(step.Decided, "meddpicc.pov-ending") ? 0 : step.Decided.Standing.Corrected.PovEnd!.Value.DayNumber - step.Decided.Context.Today.DayNumber <= 7 ? 2 : 1;
    }

    private static List<T> Filled<TStep, T>(IEnumerable<TStep> walk, Func<TStep, T?> fact, T start)
        where T : struct
    {
        var last = start;
        return [.. walk.Select(step => last = fact(step) ?? last)];
    }

    private static List<string> Filled<TStep>(IEnumerable<TStep> walk, Func<TStep, string?> fact, string start)
    {
        var last = start;
        return [.. walk.Select(step => last = fact(step) ?? last)];
    }

    private static int Edges<T>(List<T> facts, T start, Func<T, T, bool> isEdge) => facts.Prepend(start).Zip(facts, isEdge).Count(yes => yes);
}
