using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// What the scores alone say at the POV gate. Hard floors O = 2 and Q = 2, which nothing clears; soft floor M at least 1, or
/// L = 2 (the Executive-Led path); total at least 6; every pillar scored.
/// Source: M "SE: POV approval gate".
/// </summary>
/// <param name="State">Approved from a total of 8, with conditions at 6 and 7.</param>
/// <param name="IsExecutiveLed">M is 0 and L = 2 cleared it; null while Deferred.</param>
/// <param name="Missed">
/// What stands in the way, in the order O, Q, M, total, unscored. An unscored pillar is not a missed floor: it is unknown, and
/// "unscored" says so; a soft floor counts as missed only when no score of an unscored pillar could still clear it.
/// </param>
public sealed record GateScores(GateState State, bool? IsExecutiveLed, IReadOnlyList<string> Missed)
{
    public const int ConditionsTotal = 6;
    public const int ApprovedTotal = 8;

    public const string TotalPart = "total";
    public const string UnscoredPart = "unscored";

    private static readonly GateScores[] ByState = [.. MiqlScores.EveryState().Select(Judge)];

    internal static SmallestScoreChange Clearing { get; } = new(scores => Of(scores).State != GateState.Deferred);

    /// <summary>Standard or Executive-Led; null while Deferred.</summary>
    public string? Path => IsExecutiveLed switch { null => null, true => "Executive-Led", false => "Standard" };

    public static GateScores Of(MiqlScores scores) => ByState[scores.State];

    private static GateScores Judge(MiqlScores scores)
    {
        var missed = MissedBy(scores);
        if (missed.Count > 0)
            return new GateScores(GateState.Deferred, null, missed);
        var state = scores.Total >= ApprovedTotal ? GateState.Approved : GateState.ApprovedWithConditions;
        return new GateScores(state, IsExecutiveLed: scores.Maps == 0, []);
    }

    private static List<string> MissedBy(MiqlScores scores)
    {
        var missed = new List<string>();
        if (scores.Outcome < 2)
            missed.Add(Pillar.Outcome.Letter());
        if (scores.Quantify < 2)
            missed.Add(Pillar.Quantify.Letter());
        if (scores.Maps == 0 && scores.Leadership < 2)
            missed.Add(Pillar.Maps.Letter());
        if (scores.Total < ConditionsTotal)
            missed.Add(TotalPart);
        if (!scores.IsComplete)
            missed.Add(UnscoredPart);
        return missed;
    }
}
