using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>
/// Which deals a rule speaks of, by what is known of a deal before any rule is asked: whether it is open, its stage, its motion. The rule
/// book asks no rule about a deal beyond its reach.
/// </summary>
public sealed class Reach
{
    private readonly Func<DealKind, Policy, bool> covers;

    private Reach(string words, bool needsStage, Func<DealKind, Policy, bool> covers)
    {
        Words = words;
        NeedsStage = needsStage;
        this.covers = covers;
    }

    public static Reach EveryDeal { get; } = new("every deal", needsStage: false, (_, _) => true);

    public static Reach OpenDeals { get; } = new("open deals", needsStage: false, (deal, _) => deal.IsOpen);

    public static Reach ClosedDeals { get; } = new("closed deals", needsStage: false, (deal, _) => !deal.IsOpen);

    public static Reach OpenRenewals { get; } = new("open renewals", needsStage: false, (deal, _) => deal is { IsOpen: true, Motion: Motion.Renewal }) { Reads = ["Type"] };

    /// <summary>The fields by which a deal is within it or not, but those that every org has.</summary>
    public IReadOnlyList<string> Reads { get; private init; } = [];

    /// <summary>For documentation: "open deals by pov".</summary>
    public string Words { get; }

    /// <summary>Whether it begins with a stage: what such a rule asks for is due from that stage on.</summary>
    public bool IsFromAStageOn { get; private init; }

    /// <summary>Whether it speaks of the stage: an open deal whose stage is empty or not mapped may be within it or not, nobody knows.</summary>
    public bool NeedsStage { get; }

    /// <summary>Open deals that have come at least as far as a stage of that type (catalogue section 1, "by X").</summary>
    public static Reach By(StageType type) => new(
        $"open deals by {type.Name()}", needsStage: true, (deal, policy) => deal is { IsOpen: true, Stage: { } stage } && policy.Stages.IsBy(stage, type))
    { IsFromAStageOn = true };

    /// <summary>Open deals in a stage of one of these types.</summary>
    public static Reach In(params StageType[] types) => new(
        $"open deals in {string.Join(" or ", types.Select(type => type.Name()))}", needsStage: true, (deal, _) => deal is { IsOpen: true, Stage: { } stage } && types.Contains(stage.Type));

    /// <summary>Open deals whose stage is known, whichever it is.</summary>
    public static Reach OpenDealsInAStage { get; } = new("open deals", needsStage: true, (deal, _) => deal is { IsOpen: true, Stage: not null });

    /// <summary>Deals whose stage is known or which are closed.</summary>
    public static Reach EveryDealInAStage { get; } = new("every deal", needsStage: true, (deal, _) => deal.Stage is not null || !deal.IsOpen);

    public bool Covers(DealKind deal, Policy policy) => covers(deal, policy);

    /// <summary>Whether the deal would have to be in a known stage to be within it or not.</summary>
    public bool IsUnknownFor(DealKind deal) => NeedsStage && deal is { IsOpen: true, Stage: null };
}

/// <summary>What decides which rules speak of a deal.</summary>
/// <param name="Stage">Null: empty or not mapped.</param>
public readonly record struct DealKind(Stage? Stage, Motion Motion, bool IsOpen);
