using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>
/// For each kind of deal the rules to ask, and the rules that cannot be asked at all, worked out once for a policy: most rules are beyond
/// most deals, and asking a hundred rules to hear nothing from ninety is what a large org would pay for.
/// </summary>
internal sealed class RulesByKind
{
    private static readonly bool[] OpenOrNot = [false, true];
    private static readonly int Motions = Enum.GetValues<Motion>().Length;

    private readonly RulesOfAKind[] kinds;

    public RulesByKind(IReadOnlyList<RuleInForce> rules, Policy policy)
    {
        Stage?[] stages = [null, .. policy.Stages.All];
        var notRunLists = new NotRunLists(rules);
        kinds =
        [
            .. from stage in stages
               from motion in Enum.GetValues<Motion>()
               from isOpen in OpenOrNot
               select RulesOfAKind.Of(rules, new DealKind(stage, motion, isOpen), policy, notRunLists),
        ];
    }

    public RulesOfAKind Of(Deal deal) => kinds[(((((deal.Stage?.Place ?? -1) + 1) * Motions) + (int)deal.Motion) * 2) + (deal.IsOpen ? 1 : 0)];
}

/// <summary>The rules for one kind of deal, in the catalogue's order.</summary>
/// <param name="Asked">Those that are asked about the deal.</param>
/// <param name="AskedLast">Those that are asked about what the others found.</param>
/// <param name="Asking">Those of the first that rest on something beside the record.</param>
/// <param name="NotRun">Those that lack a field, or the stage.</param>
/// <param name="Book">All rules, by their places.</param>
/// <param name="NotRunLists">Of the whole book.</param>
internal sealed record RulesOfAKind(RuleInForce[] Asked, RuleInForce[] AskedLast, RuleInForce[] Asking, RuleSet NotRun, IReadOnlyList<RuleInForce> Book, NotRunLists NotRunLists)
{
    /// <summary>A rule finds one thing at most.</summary>
    public int MostFindings => Asked.Length + AskedLast.Length;

    public static RulesOfAKind Of(IReadOnlyList<RuleInForce> rules, DealKind kind, Policy policy, NotRunLists notRunLists)
    {
        var notRun = rules.Where(rule => rule.IsReachLost || rule.Reach.IsUnknownFor(kind) || (!rule.CanRun && rule.Reach.Covers(kind, policy))).ToList();
        var asked = rules.Where(rule => rule.Reach.Covers(kind, policy) && !notRun.Contains(rule)).ToLookup(rule => rule.IsAskedLast);
        return new RulesOfAKind([.. asked[false]], [.. asked[true]], [.. asked[false].Where(rule => rule.RestsAround)], notRun.Aggregate(default(RuleSet), (set, rule) => set.With(rule.Place)), rules, notRunLists);
    }
}
