using System.Text.Json.Nodes;
using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The words of one section of a digest; what is left out stays as it is.</summary>
internal sealed class SectionTextsSection : Section<SectionTexts>
{
    private static readonly DigestTemplateShape Text = new(SectionTexts.Names);

    private readonly Key<DigestTemplate> heading;
    private readonly Key<DigestTemplate?> intro;
    private readonly Key<DigestTemplate> empty;

    public SectionTextsSection(SectionTexts own)
    {
        heading = new("heading", Text, own.Heading, "Its heading.");
        intro = new("intro", new OptionalReferenceShape<DigestTemplate>(Text), own.Intro, "A sentence below it; null: none.");
        empty = new("empty", Text, own.Empty, "What stands there where there is nothing to show.");
        Keys = [heading, intro, empty];
    }

    public override IReadOnlyList<Key> Keys { get; }

    public override JsonNode Written(SectionTexts value) =>
        new JsonObject { ["heading"] = value.Heading.Text, ["intro"] = value.Intro?.Text, ["empty"] = value.Empty.Text };

    protected override SectionTexts Build(SectionValues values) => new(values.Get(heading), values.Get(intro), values.Get(empty));
}
