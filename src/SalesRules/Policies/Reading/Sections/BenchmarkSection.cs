using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The benchmark of one step; a key left out keeps that step's default.</summary>
internal sealed class BenchmarkSection(StepBenchmark otherwise) : Section<StepBenchmark>
{
    private readonly Key<decimal> baseline = new("baseline", new PercentShape(), otherwise.Baseline, "What has been achieved, in per cent.");

    private readonly Key<decimal> targetFrom = new("target-from", new PercentShape(), otherwise.TargetFrom, "The lower end of the target.");

    private readonly Key<decimal> targetTo = new("target-to", new PercentShape(), otherwise.TargetTo, "The upper end of the target.");

    private readonly Key<decimal?> mostLost = new("most-lost", new OptionalShape<decimal>(new PercentShape()), otherwise.MostLost,
        "Guardrail: the most that may be lost before the step, in per cent of those who entered. null: none.");

    private readonly Key<int?> mostDays = new("most-days", new OptionalShape<int>(new WholeNumberShape(0, 3650)), otherwise.MostDays,
        "Guardrail: the most days that the step may take at the median. null: none.");

    public override IReadOnlyList<Key> Keys => [baseline, targetFrom, targetTo, mostLost, mostDays];

    public override string Expected => "baseline, target-from and target-to in per cent, and the guardrails most-lost in per cent and most-days";

    public override JsonNode Written(StepBenchmark value)
    {
        var written = new JsonObject { ["baseline"] = value.Baseline, ["target-from"] = value.TargetFrom, ["target-to"] = value.TargetTo };
        if (value.MostLost is { } lost)
            written["most-lost"] = lost;
        if (value.MostDays is { } days)
            written["most-days"] = days;
        return written;
    }

    protected override StepBenchmark Build(SectionValues values)
    {
        var benchmark = new StepBenchmark(values.Get(baseline), values.Get(targetFrom), values.Get(targetTo), values.Get(mostLost), values.Get(mostDays));
        if (benchmark.TargetFrom > benchmark.TargetTo)
            values.Refuse(FormattableString.Invariant($"the target is empty: it begins at {benchmark.TargetFrom} and ends at {benchmark.TargetTo}"));
        return benchmark;
    }
}
