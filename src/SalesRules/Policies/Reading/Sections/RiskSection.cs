using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class RiskSection : Section<RiskPolicy>
{
    private static readonly Key<int> MediumFindings = new("medium-findings", new WholeNumberShape(1, 20), new RiskPolicy().MediumFindings,
        "So many medium findings make the risk of a deal medium; fewer are low. One high finding makes it high.");

    public override IReadOnlyList<Key> Keys { get; } = [MediumFindings];

    protected override RiskPolicy Build(SectionValues values) => new() { MediumFindings = values.Get(MediumFindings) };
}
