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

    private static readonly GateScores ApprovedStandard = new(GateState.Approved, false, []);
    private static readonly GateScores ApprovedExecutiveLed = new(GateState.Approved, true, []);
    private static readonly GateScores ConditionsStandard = new(GateState.ApprovedWithConditions, false, []);
    private static readonly GateScores ConditionsExecutiveLed = new(GateState.ApprovedWithConditions, true, []);

    internal static SmallestScoreChange Clearing { get; } = new(scores => Of(scores).State != GateState.Deferred);

    /// <summary>Standard or Executive-Led; null while Deferred.</summary>
    public string? Path => IsExecutiveLed switch { null => null, true => "Executive-Led", false => "Standard" };

    public static GateScores Of(MiqlScores scores)
    {
        var missed = MissedBy(scores);
        if (missed is not null)
            return new GateScores(GateState.Deferred, null, missed);
        return (scores.Total >= ApprovedTotal, scores.Maps == 0) switch
        {
            (true, false) => ApprovedStandard,
            (true, true) => ApprovedExecutiveLed,
            (false, false) => ConditionsStandard,
            (false, true) => ConditionsExecutiveLed,
        };
    }

    private static List<string>? MissedBy(MiqlScores scores)
    {
        List<string>? missed = null;
        if (scores.Outcome < 2)
            (missed ??= []).Add(Pillar.Outcome.Letter());
        if (scores.Quantify < 2)
            (missed ??= []).Add(Pillar.Quantify.Letter());
        if (scores.Maps == 0 && scores.Leadership < 2)
            (missed ??= []).Add(Pillar.Maps.Letter());
        if (scores.Total < ConditionsTotal)
            (missed ??= []).Add(TotalPart);
        if (!scores.IsComplete)
            (missed ??= []).Add(UnscoredPart);
        return missed;
    }
}
