using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class MotionsSection : Section<MotionMap>
{
    private static readonly Dictionary<string, Motion> DefaultTypes = new()
    {
        ["New Business"] = Motion.NewBusiness,
        ["New Customer"] = Motion.NewBusiness,
        ["Existing Business"] = Motion.Expansion,
        ["Existing Customer*"] = Motion.Expansion,
        ["Renewal"] = Motion.Renewal,
    };

    /// <summary>Before the keys, which are made from it.</summary>
    public static ChoiceShape<Motion> MotionShape { get; } =
        new("motion", [.. Policies.Motions.All.Select(motion => (motion.Name(), motion))]);

    private static readonly Key<Motion> Otherwise = new("default", MotionShape, Motion.NewBusiness,
        "The motion of a deal whose Type is empty or not listed; such a deal has the finding motion.unmapped.");

    private static readonly Key<IReadOnlyDictionary<string, Motion>> Types = new("types",
        new MapShape<Motion>(new TypeShape(), MotionShape, StringComparer.OrdinalIgnoreCase),
        DefaultTypes,
        "Values of the Type field; a * at the end stands for any ending. An exact value goes before a beginning, a longer beginning "
        + "before a shorter one. Replaces the default list as a whole.");

    public static MotionMap DefaultMap { get; } = new(DefaultTypes, Motion.NewBusiness);

    public override IReadOnlyList<Key> Keys { get; } = [Otherwise, Types];

    protected override MotionMap Build(SectionValues values) => new(values.Get(Types), values.Get(Otherwise));
}
