using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class PortfolioSection : Section<PortfolioPolicy>
{
    private static readonly PortfolioPolicy Defaults = new();

    private static readonly TextShape Segment = new(TextShape.SalesforceLength, "segment");

    private static readonly Key<QuarterAmounts> Target = new("target", new QuarterAmountsSection(), Defaults.Target,
        "What the organisation is to book in each fiscal quarter. Left out: the sum of the quotas, where every owner has one.");

    private static readonly Key<IReadOnlyDictionary<string, QuarterAmounts>> SegmentTargets = new("segment-targets",
        new MapShape<QuarterAmounts>(Segment, new QuarterAmountsSection(), StringComparer.Ordinal), Defaults.SegmentTargets,
        "The same for each segment.");

    private static readonly Key<IReadOnlyDictionary<string, QuarterAmounts>> Quotas = new("quotas",
        new MapShape<QuarterAmounts>(new UserKeyShape(), new QuarterAmountsSection(), StringComparer.Ordinal), new Dictionary<string, QuarterAmounts>(),
        "What each owner is to book in each fiscal quarter, by user id; a ramp is four amounts that differ.");

    private static readonly Key<decimal> CoverageGoal = new("coverage-goal", new NumberShape(0, 100), Defaults.CoverageGoal,
        "How many times qualified open pipeline should cover what is left of the target.");

    private static readonly Key<StageType> QualifiedFrom = new("qualified-from",
        new ChoiceShape<StageType>("type of an open stage", [.. StageProbabilitiesSection.OpenTypes]), Defaults.QualifiedFrom,
        "By a stage of this type an open deal is qualified pipeline.");

    private static readonly Key<IReadOnlyDictionary<ForecastCategory, decimal>> CategoryWeights = new("category-weights", new CategoryWeightsSection(),
        Defaults.CategoryWeights, "What a deal counts in the weighted forecast, in per cent of its amount.");

    private static readonly Key<StageProbabilitySource> ProbabilitySource = new("stage-probability",
        new ChoiceShape<StageProbabilitySource>("source", ("history", StageProbabilitySource.History), ("policy", StageProbabilitySource.Policy)),
        Defaults.StageProbabilitySource,
        "history: a stage's probability is estimated from the org's history as of the first of the month, where least-deals entered it; "
        + "else, and with policy always, it is that of stage-probabilities.");

    private static readonly Key<int> ProbabilityDays = new("stage-probability-days", new WholeNumberShape(30, 730), Defaults.StageProbabilityDays,
        "Deals that entered a stage within so many days before the first of the month count for its probability. Longer where sales take longer: a deal that "
        + "is still on its way counts as one that did not get there.");

    private static readonly Key<IReadOnlyDictionary<StageType, decimal>> StageProbabilities = new("stage-probabilities", new StageProbabilitiesSection(),
        Defaults.StageProbabilities, "The probability, in per cent, of a deal in a stage of the type.");

    private static readonly Key<IReadOnlyDictionary<FunnelStep, StepBenchmark>> Benchmarks = new("benchmarks", new BenchmarksSection(), Defaults.Benchmarks,
        "What the steps of the funnel should convert, with guardrails.");

    private static readonly Key<IReadOnlyDictionary<string, decimal>> WinRateTargets = new("win-rate-targets",
        new MapShape<decimal>(Segment, new PercentShape(), StringComparer.Ordinal), Defaults.WinRateTargets,
        "The win rate to reach in each segment, in per cent.");

    private static readonly Key<IReadOnlyDictionary<string, int>> CycleTargets = new("cycle-targets",
        new MapShape<int>(Segment, new WholeNumberShape(1, 3650), StringComparer.Ordinal), Defaults.CycleTargets,
        "The days from creation to close to stay within in each segment.");

    private static readonly Key<int> LeastDeals = new("least-deals", new WholeNumberShape(1, 1_000_000), Defaults.LeastDeals,
        "Rates and percentiles of fewer deals are neither applied nor judged.");

    public override IReadOnlyList<Key> Keys { get; } =
        [Target, SegmentTargets, Quotas, CoverageGoal, QualifiedFrom, CategoryWeights, ProbabilitySource, ProbabilityDays, StageProbabilities, Benchmarks, WinRateTargets, CycleTargets, LeastDeals];

    protected override PortfolioPolicy Build(SectionValues values) => new()
    {
        Target = values.Get(Target),
        SegmentTargets = values.Get(SegmentTargets),
        Quotas = values.Get(Quotas).ToDictionary(pair => SalesforceId.Parse(pair.Key), pair => pair.Value),
        CoverageGoal = values.Get(CoverageGoal),
        QualifiedFrom = values.Get(QualifiedFrom),
        CategoryWeights = values.Get(CategoryWeights),
        StageProbabilitySource = values.Get(ProbabilitySource),
        StageProbabilityDays = values.Get(ProbabilityDays),
        StageProbabilities = values.Get(StageProbabilities),
        Benchmarks = values.Get(Benchmarks),
        WinRateTargets = values.Get(WinRateTargets),
        CycleTargets = values.Get(CycleTargets),
        LeastDeals = values.Get(LeastDeals),
    };
}
