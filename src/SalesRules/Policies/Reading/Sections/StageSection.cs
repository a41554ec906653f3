using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class StageSection : Section<Stage>
{
    /// <summary>Stands for "one more than the stage before" until the list is whole.</summary>
    internal const int OrderLeftOut = 0;

    /// <summary>Before the keys, which are made from it.</summary>
    internal static ChoiceShape<StageType> TypeOfStage { get; } = new("stage type", [.. StageTypes.All.Select(type => (type.Name(), type))]);

    private static readonly Key<string> Name = new("name", new TextShape(TextShape.SalesforceLength, "stage name"),
        "The stage as the org's StageName has it.");

    private static readonly Key<StageType> Type = new("type", TypeOfStage,
        "What the stage is for; several stages may share a type.");

    private static readonly Key<int> Order = new("order", new WholeNumberShape(1, 1000), OrderLeftOut,
        "Its place in the sale; several stages may share one.", defaultNote: "one more than the stage before, 1 for the first");

    private static readonly Key<bool> Active = new("active", new TrueFalseShape(), true,
        "false for a stage that only old deals stand in: nothing is moved into it.");

    public override IReadOnlyList<Key> Keys { get; } = [Name, Type, Order, Active];

    public override string Expected => "a stage with name and type";

    protected override Stage Build(SectionValues values) =>
        new(values.Get(Name), values.Get(Type), values.Get(Order), values.Get(Active));

    /// <summary>The stages with every order filled in.</summary>
    public static IReadOnlyList<Stage> Ordered(IReadOnlyList<Stage> stages)
    {
        var ordered = new List<Stage>(stages.Count);
        var before = 0;
        foreach (var stage in stages)
        {
            before = stage.Order == OrderLeftOut ? before + 1 : stage.Order;
            ordered.Add(stage with { Order = before });
        }

        return ordered;
    }
}
