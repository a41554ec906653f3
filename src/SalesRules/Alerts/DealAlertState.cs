using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Alerts;

/// <summary>
/// How a deal stood when people were last told of it: what the next transition starts from. What is not known leaves its part as it
/// was: a rule that could not run has found nothing, and cleared nothing.
/// </summary>
public sealed record DealAlertState
{
    internal const string PovEndRule = "meddpicc.pov-ending";

    private static readonly string[] SponsorRules = ["renewal.sponsor-silent", "renewal.sponsor-unmet"];

    /// <summary>A deal of which nothing was ever told.</summary>
    public static DealAlertState New { get; } = new();

    public RiskLevel Risk { get; init; }

    /// <summary>The rules that make it so, in alphabetical order.</summary>
    public IReadOnlyList<string> RiskRules { get; init; } = [];

    public GateTold Gate { get; init; }

    public PovEndTold PovEnd { get; init; }

    /// <summary>The rules by which a renewal's sponsor is silent, in alphabetical order; empty: they are not.</summary>
    public IReadOnlyList<string> SilentBy { get; init; } = [];

    public bool IsClosed { get; init; }

    /// <summary>How often each transition was raised: it numbers them.</summary>
    public IReadOnlyDictionary<AlertKind, int> Raised { get; init; } = new Dictionary<AlertKind, int>();

    /// <summary>The state after that decision, by the record as corrected: what the org shows. Nothing is raised yet.</summary>
    public DealAlertState After(PlannedDecision decided, Policy policy)
    {
        var decision = decided.Standing.Decision;
        if (IsClosedAfter(decided, policy))
            return new DealAlertState { IsClosed = true, Raised = Raised };
        var notRun = decision.NotRun.ToHashSet(StringComparer.Ordinal);
        var (risk, rules) = RiskAfter(decision, notRun);
        return new DealAlertState
        {
            Risk = risk,
            RiskRules = rules,
            Gate = GateAfter(decided, policy),
            PovEnd = notRun.Contains(PovEndRule) ? PovEnd : PovEndAfter(decided, policy),
            SilentBy = Held(SilentBy, decision.Findings.Select(finding => finding.Rule).Where(IsSilence), notRun),
            Raised = Raised,
        };
    }

    /// <summary>
    /// This state as far as the record shows that it was there already, written by a decision that nobody here remembers: the journal was
    /// restored from an older backup, or is not the only one of its org. Risk and gate stand on the record; the rest is taken as told.
    /// </summary>
    public DealAlertState AsShownOn(Opportunity record) => this with
    {
        Risk = Enum.TryParse<RiskLevel>(record.WrittenRisk, out var risk) ? risk : Risk,
        Gate = record.WrittenPovGate switch
        {
            null => Gate,
            var state when state == GateState.Deferred.Name() => GateTold.Deferred,
            _ => GateTold.Approved,
        },
        // Only a closed deal has its risk emptied.
        IsClosed = IsClosed && record.WrittenRisk is null,
    };

    internal static bool IsSilence(string rule) => SponsorRules.Contains(rule);

    /// <summary>While a rule that made the level does not run, the level does not fall.</summary>
    private (RiskLevel Level, IReadOnlyList<string> Rules) RiskAfter(Decision decision, HashSet<string> notRun)
    {
        var rules = Held(RiskRules, decision.Risk.Rules, notRun);
        var level = RiskRules.Any(notRun.Contains) && Risk > decision.Risk.Level ? Risk : decision.Risk.Level;
        return (level, rules);
    }

    private static string[] Held(IReadOnlyList<string> before, IEnumerable<string> found, HashSet<string> notRun) =>
        [.. found.Concat(before.Where(notRun.Contains)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private GateTold GateAfter(PlannedDecision decided, Policy policy)
    {
        var isUnknown = !Rules.PovGate.Gate.IsKnown(policy.Drift) || policy.Stages.Find(decided.Standing.Corrected.StageName) is null;
        return decided.Standing.Decision.Pov switch
        {
            _ when isUnknown => Gate,
            null => GateTold.Nothing,
            { State: var state } pov when state == GateState.Deferred.Name() => pov.OnRecord ? GateTold.Nothing : GateTold.Deferred,
            _ => GateTold.Approved,
        };
    }

    private static PovEndTold PovEndAfter(PlannedDecision decided, Policy policy)
    {
        if (decided.Standing.Decision.Findings.All(finding => finding.Rule != PovEndRule))
            return PovEndTold.Nothing;
        return decided.Standing.Corrected.PovEnd <= decided.Context.Today.Plus(policy.Meddpicc.PovEndingSoonDays) ? PovEndTold.Soon : PovEndTold.Near;
    }

    private bool IsClosedAfter(PlannedDecision decided, Policy policy)
    {
        var record = decided.Standing.Corrected;
        var isKnown = record.IsClosed is not null || policy.Stages.Find(record.StageName) is not null;
        return isKnown ? !decided.Standing.Decision.IsOpen : IsClosed;
    }
}
