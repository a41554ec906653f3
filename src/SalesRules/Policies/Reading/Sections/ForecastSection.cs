using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class ForecastSection : Section<ForecastPolicy>
{
    private static readonly ForecastPolicy Defaults = new();

    private static readonly Key<ForecastCategory> UnscoredCeiling = new("unscored-ceiling",
        new ChoiceShape<ForecastCategory>("forecast category", [.. Enum.GetValues<ForecastCategory>().Select(category => (category.Name(), category))]),
        Defaults.UnscoredCeiling,
        "The highest category of a deal with a pillar unscored or invalid.");

    private static readonly Key<BelowCeilingMode> BelowCeiling = new("below-ceiling",
        new ChoiceShape<BelowCeilingMode>("mode", ("cap", BelowCeilingMode.Cap), ("follow", BelowCeilingMode.Follow)),
        Defaults.BelowCeiling,
        "What happens to a category below its ceiling. cap: a suggestion. follow: it is raised, to Commit only when the close date is in "
        + "the current fiscal quarter; Omitted is never raised.");

    private static readonly Key<bool> CorrectProbability = new("correct-probability", new TrueFalseShape(), Defaults.CorrectProbability,
        "Whether a correction of the category also sets the nearest probability of the new category's band.");

    private static readonly Key<IReadOnlyDictionary<ForecastCategory, ProbabilityBand>> Bands = new("probability-bands", new BandsSection(), Defaults.Bands,
        "The probabilities, in per cent and inclusive, that fit each category.");

    public override IReadOnlyList<Key> Keys { get; } = [UnscoredCeiling, BelowCeiling, CorrectProbability, Bands];

    protected override IReadOnlyList<NoSetting> NoSettings { get; } =
    [
        new("threshold", "the thresholds of Commit (8, O = 2, L = 2) and Best Case (6) are MIQL's own and no settings"),
        new("commit", "what Commit needs (8, O = 2, L = 2) is MIQL's own and no setting"),
        new("best-case", "what Best Case needs (6) is MIQL's own and no setting"),
    ];

    protected override ForecastPolicy Build(SectionValues values) => new()
    {
        UnscoredCeiling = values.Get(UnscoredCeiling),
        BelowCeiling = values.Get(BelowCeiling),
        CorrectProbability = values.Get(CorrectProbability),
        Bands = values.Get(Bands),
    };
}
