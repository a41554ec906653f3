using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A range of probabilities: from, and either to (inclusive) or below (exclusive).</summary>
internal sealed class BandSection : Section<ProbabilityBand>
{
    /// <summary>The step by which an exclusive end is made inclusive: finer than any percent field of Salesforce.</summary>
    private const decimal Step = 0.000001m;

    private static readonly Key<decimal> From = new("from", new PercentShape(), 0m, "The lowest probability that fits.");

    private static readonly Key<decimal> To = new("to", new PercentShape(), 100m, "The highest probability that fits.");

    private static readonly Key<decimal> Below = new("below", new PercentShape(), 100m,
        "Instead of to: the lowest probability that no longer fits.", defaultNote: "none");

    public override IReadOnlyList<Key> Keys { get; } = [From, To, Below];

    public override string Expected => "from, and to (inclusive) or below (exclusive), each 0 to 100";

    public override JsonNode Written(ProbabilityBand value)
    {
        var isExclusive = decimal.Truncate(value.To) != value.To;
        return isExclusive
            ? new JsonObject { ["from"] = value.From, ["below"] = FieldValue.Normalised(value.To + Step) }
            : new JsonObject { ["from"] = value.From, ["to"] = value.To };
    }

    protected override ProbabilityBand Build(SectionValues values)
    {
        if (values.IsGiven(To) && values.IsGiven(Below))
            values.Refuse("to and below are both given; a band ends at one of them");
        var (end, words) = values.IsGiven(Below) ? (values.Get(Below) - Step, "below") : (values.Get(To), "at");
        var band = new ProbabilityBand(values.Get(From), end);
        if (band.From > band.To)
            values.Refuse(FormattableString.Invariant($"the band is empty: it begins at {band.From} and ends {words} {values.Get(values.IsGiven(Below) ? Below : To)}"));
        return band;
    }
}
