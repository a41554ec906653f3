using SalesRules.Alerts;
using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class AlertsSection : Section<AlertPolicy>
{
    private static readonly AlertPolicy Defaults = new();

    private static readonly Key<IReadOnlyList<AlertRoute>> Routes = new("routes",
        new ListShape<AlertRoute>(new AlertRouteSection(), AlertRouteSection.Identity, StringComparer.Ordinal), Defaults.Routes,
        "Who hears of what. An alert goes to everybody whom one of the routes names, once. Replaces the default list as a whole.");

    private static readonly Key<int> MostAtOnce = new("most-at-once", new WholeNumberShape(1, 1000), Defaults.MostAtOnce,
        "So many alerts of one run for one recipient are messages of their own; more become one message that lists them.");

    private static readonly Key<PipelineChangeLimits> PipelineChange = new("pipeline-change", new PipelineChangeSection(), Defaults.PipelineChange,
        "From which change of the open pipeline within a week people are told.");

    private static readonly Key<IReadOnlyDictionary<AlertKind, AlertTemplates>> Texts = new("texts", new AlertTextsSection(), Defaults.Texts,
        "What alerts say, by kind.");

    private static readonly Key<IReadOnlyDictionary<string, DigestTemplate>> Words = new("words", new WordsSection(Defaults.Words, AlertWording.WordNames), Defaults.Words,
        "The small words of every alert: labels, links, how a fix is said, the page that takes answers. What is left out stays as it is.");

    public override IReadOnlyList<Key> Keys { get; } = [Routes, MostAtOnce, PipelineChange, Texts, Words];

    protected override AlertPolicy Build(SectionValues values) => new()
    {
        Routes = values.Get(Routes),
        MostAtOnce = values.Get(MostAtOnce),
        PipelineChange = values.Get(PipelineChange),
        Texts = values.Get(Texts),
        Words = values.Get(Words),
    };
}
