using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The words of one digest, and who gets it.</summary>
internal sealed class DigestTextsSection : Section<DigestTexts>
{
    private static readonly DigestTemplateShape Text = new(DigestTexts.Names);

    private static readonly Key<IReadOnlyList<string>> To = new("to",
        new ListShape<string>(new TextShape(TextShape.SalesforceLength, "recipient's name"), name => name, StringComparer.OrdinalIgnoreCase), [],
        "Who gets it when it is sent: recipients by their names in the settings (docs/channels.md).");

    private readonly Key<DigestTemplate> title;
    private readonly Key<DigestTemplate> intro;
    private readonly IReadOnlyList<Key<SectionTexts>> sections;

    public DigestTextsSection(DigestTexts own)
    {
        title = new("title", Text, own.Title, "Its title, and the subject of the mail.");
        intro = new("intro", Text, own.Intro, "The sentence below the title.");
        sections = [.. own.Sections.Select(section => new Key<SectionTexts>(section.Key, new SectionTextsSection(section.Value), section.Value, "The words of that section."))];
        Keys = [To, title, intro, .. sections];
    }

    public override IReadOnlyList<Key> Keys { get; }

    protected override DigestTexts Build(SectionValues values) =>
        new(values.Get(To), values.Get(title), values.Get(intro), sections.ToDictionary(section => section.Name, values.Get, StringComparer.Ordinal));
}
