using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>One key for each open stage type; a type left out keeps its own probability.</summary>
internal sealed class StageProbabilitiesSection : Section<IReadOnlyDictionary<StageType, decimal>>
{
    /// <summary>The types of open stages by the names that the stages section uses.</summary>
    public static IReadOnlyList<(string Name, StageType Type)> OpenTypes { get; } =
    [
        ("qualification", StageType.Qualification),
        ("discovery", StageType.Discovery),
        ("technical-validation", StageType.TechnicalValidation),
        ("solution", StageType.Solution),
        ("pov", StageType.Pov),
        ("commercial", StageType.Commercial),
        ("commitment", StageType.Commitment),
    ];

    private static readonly Dictionary<StageType, Key<decimal>> ByType = OpenTypes.ToDictionary(
        type => type.Type,
        type => new Key<decimal>(type.Name, new PercentShape(), new PortfolioPolicy().StageProbabilities[type.Type], $"Of a deal in a stage of type {type.Name}."));

    public override IReadOnlyList<Key> Keys { get; } = [.. ByType.Values];

    protected override IReadOnlyDictionary<StageType, decimal> Build(SectionValues values) =>
        ByType.ToDictionary(pair => pair.Key, pair => values.Get(pair.Value));
}
