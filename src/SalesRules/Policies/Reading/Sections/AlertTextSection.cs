using System.Text.Json.Nodes;
using SalesRules.Alerts;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The words of one kind of alert; a key left out keeps that kind's default.</summary>
internal sealed class AlertTextSection(AlertKind kind) : Section<AlertTemplates>
{
    private readonly Key<AlertTemplate> title = new("title", new AlertTemplateShape("title", 100, kind), AlertTexts.Defaults[kind].Title,
        "The headline, or the subject of a mail.");

    private readonly Key<AlertTemplate> sentence = new("sentence", new AlertTemplateShape("sentence", TextShape.SalesforceLength, kind), AlertTexts.Defaults[kind].Sentence,
        "What stands before the reasons.");

    public override IReadOnlyList<Key> Keys => [title, sentence];

    public override string Expected => "title and sentence";

    public override JsonNode Written(AlertTemplates value) => new JsonObject { ["title"] = value.Title.Text, ["sentence"] = value.Sentence.Text };

    protected override AlertTemplates Build(SectionValues values) => new(values.Get(title), values.Get(sentence));
}
