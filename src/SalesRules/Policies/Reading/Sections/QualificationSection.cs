using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class QualificationSection : Section<QualificationPolicy>
{
    private static readonly QualificationPolicy Defaults = new();

    private static readonly Key<int> IntentHigh = new("intent-high", new WholeNumberShape(1, 9), Defaults.IntentHigh,
        "Evaluation, timing and commitment, 0 to 3 each, are high intent from so many points together on.");

    private static readonly Key<int> IntentMedium = new("intent-medium", new WholeNumberShape(1, 9), Defaults.IntentMedium,
        "They are medium intent from so many points on; below it they are low.");

    private static readonly Key<int> Ready = new("ready", new WholeNumberShape(1, 8), Defaults.Ready,
        "Urgency, authority path, process clarity and visible friction, 0 to 2 each: from so many points together on the plan is closed.");

    public override IReadOnlyList<Key> Keys { get; } = [IntentHigh, IntentMedium, Ready];

    protected override QualificationPolicy Build(SectionValues values)
    {
        if (values.Get(IntentMedium) > values.Get(IntentHigh))
            values.Refuse("intent-medium is more than intent-high; expected the lower number of points to be medium");
        return new QualificationPolicy
        {
            IntentHigh = values.Get(IntentHigh),
            IntentMedium = values.Get(IntentMedium),
            Ready = values.Get(Ready),
        };
    }
}
