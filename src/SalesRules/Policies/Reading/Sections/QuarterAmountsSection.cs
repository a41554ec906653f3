using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>Money for each fiscal quarter.</summary>
internal sealed class QuarterAmountsSection : Section<QuarterAmounts>
{
    private static readonly Key<decimal?>[] Quarters =
        [.. Enumerable.Range(1, 4).Select(number => new Key<decimal?>(
            FormattableString.Invariant($"q{number}"), new OptionalShape<decimal>(NumberShape.Amount), null, FormattableString.Invariant($"Of fiscal quarter {number}; null: not known.")))];

    public override IReadOnlyList<Key> Keys => Quarters;

    public override string Expected => "a map with q1, q2, q3 and q4, each an amount, such as { q1: 300000, q2: 350000, q3: 400000, q4: 450000 }";

    public override JsonNode? Written(QuarterAmounts value) => null;

    protected override QuarterAmounts Build(SectionValues values) =>
        new(values.Get(Quarters[0]), values.Get(Quarters[1]), values.Get(Quarters[2]), values.Get(Quarters[3]));
}
