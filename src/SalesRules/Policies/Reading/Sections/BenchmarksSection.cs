using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>One key for each step of the funnel; a step left out keeps its own benchmark.</summary>
internal sealed class BenchmarksSection : Section<IReadOnlyDictionary<FunnelStep, StepBenchmark>>
{
    private static readonly Dictionary<FunnelStep, Key<StepBenchmark>> ByStep = new[]
    {
        (Step: FunnelStep.LeadToQualification, Name: "lead-to-qualification"),
        (Step: FunnelStep.QualificationToDiscovery, Name: "qualification-to-discovery"),
        (Step: FunnelStep.DiscoveryToCommercial, Name: "discovery-to-commercial"),
        (Step: FunnelStep.CommercialToWon, Name: "commercial-to-won"),
    }.ToDictionary(step => step.Step, step => new Key<StepBenchmark>(
        step.Name, new BenchmarkSection(new PortfolioPolicy().Benchmarks[step.Step]), new PortfolioPolicy().Benchmarks[step.Step], $"What the step {step.Name.Replace('-', ' ')} should convert."));

    public override IReadOnlyList<Key> Keys { get; } = [.. ByStep.Values];

    protected override IReadOnlyDictionary<FunnelStep, StepBenchmark> Build(SectionValues values) =>
        ByStep.ToDictionary(pair => pair.Key, pair => values.Get(pair.Value));
}
