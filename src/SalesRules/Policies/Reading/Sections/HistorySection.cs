using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class HistorySection : Section<HistoryPolicy>
{
    private static readonly HistoryPolicy Defaults = new();

    private static readonly Key<bool> ScoreRows = new("score-rows", new TrueFalseShape(), Defaults.ScoreRows,
        "Whether each change of a deal's five scores is kept as a row of MIQL_Score__c. Without them no renewal is seeded: nothing would tell later that its scores are inherited.");

    public override IReadOnlyList<Key> Keys { get; } = [ScoreRows];

    protected override HistoryPolicy Build(SectionValues values) => new() { ScoreRows = values.Get(ScoreRows) };
}
