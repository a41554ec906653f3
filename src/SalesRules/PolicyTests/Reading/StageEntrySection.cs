using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests.Reading;

/// <summary>A stage that the deal entered, and when.</summary>
internal sealed class StageEntrySection : Section<StageEntry>
{
    private static readonly Key<string> Stage = new("stage", new TextShape(TextShape.SalesforceLength, "stage name"),
        "The stage as the org's StageName has it; it need not be one of the policy's.");

    private static readonly Key<DateOnly> On = new("on", new DateShape(), "The day on which the deal entered it.");

    public override IReadOnlyList<Key> Keys { get; } = [Stage, On];

    public override string Expected => "a stage with the day on which the deal entered it";

    /// <summary>At noon, which is of that day in nearly every time zone.</summary>
    protected override StageEntry Build(SectionValues values) =>
        new(values.Get(Stage), new DateTimeOffset(values.Get(On), new TimeOnly(12, 0), TimeSpan.Zero), EnteredBy: null);
}
