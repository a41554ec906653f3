using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class SegmentsSection : Section<SegmentMap>
{
    public const int LongestName = 60;

    private static readonly TextShape Segment = new(LongestName, "segment");

    private static readonly Key<string?> Otherwise = new("default", new OptionalReferenceShape<string>(Segment), null,
        "The segment of a deal whose Segment__c is empty or not listed. null: it is unknown, and the rules that need it do not run.");

    private static readonly Key<IReadOnlyDictionary<string, string>> Values = new("values",
        new MapShape<string>(new TextShape(TextShape.SalesforceLength, "value of Segment__c"), Segment, StringComparer.OrdinalIgnoreCase),
        new Dictionary<string, string> { ["Enterprise"] = SegmentMap.Enterprise, ["Commercial"] = SegmentMap.Commercial },
        "Values of Segment__c and the segment that each means: enterprise, commercial or a word of your own. Replaces the default list as a whole.");

    public override IReadOnlyList<Key> Keys { get; } = [Otherwise, Values];

    protected override SegmentMap Build(SectionValues values) => new(values.Get(Values), values.Get(Otherwise));
}
