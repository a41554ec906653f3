using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class DigestsSection : Section<DigestsPolicy>
{
    private static readonly DigestsPolicy Defaults = new();

    private static readonly WholeNumberShape Many = new(1, 100);

    private static readonly Key<int> Top = new("top", Many, Defaults.Top, "How many top deals the pipeline pre-read names.");

    private static readonly Key<int> AtRisk = new("at-risk", Many, Defaults.AtRisk, "How many deals at risk it names.");

    private static readonly Key<int> Slipping = new("slipping", Many, Defaults.Slipping, "How many slipping deals it names.");

    private static readonly Key<int> Listed = new("listed", Many, Defaults.Listed, "How many deals every other list names. All are counted.");

    private static readonly Key<int> Actions = new("actions", Many, Defaults.Actions, "How many open actions are named.");

    private static readonly Key<int> Reasons = new("reasons", Many, Defaults.Reasons, "How many reasons are named with their money.");

    private static readonly Key<int> OverrideDays = new("override-days", new WholeNumberShape(0, 90), Defaults.OverrideDays,
        "An override that ends within so many days is due.");

    private static readonly Key<IReadOnlyDictionary<string, DigestTemplate>> Words = new("words", new WordsSection(Defaults.Words, DigestWording.WordNames), Defaults.Words,
        "The small words: labels, columns, what stands for nothing. What is left out stays as it is.");

    private static readonly IReadOnlyList<(DigestKind Kind, Key<DigestTexts> Key)> Texts =
    [
        .. Defaults.Texts.Select(texts => (texts.Key, new Key<DigestTexts>(texts.Key.Name(), new DigestTextsSection(texts.Value), texts.Value, MeaningOf(texts.Key)))),
    ];

    public override IReadOnlyList<Key> Keys { get; } = [Top, AtRisk, Slipping, Listed, Actions, Reasons, OverrideDays, .. Texts.Select(text => text.Key), Words];

    protected override DigestsPolicy Build(SectionValues values) => new()
    {
        Top = values.Get(Top),
        AtRisk = values.Get(AtRisk),
        Slipping = values.Get(Slipping),
        Listed = values.Get(Listed),
        Actions = values.Get(Actions),
        Reasons = values.Get(Reasons),
        OverrideDays = values.Get(OverrideDays),
        Words = values.Get(Words),
        Texts = Texts.ToDictionary(text => text.Kind, text => values.Get(text.Key)),
    };

    private static string MeaningOf(DigestKind kind) => kind switch
    {
        DigestKind.Pipeline => "Monday's pipeline pre-read.",
        DigestKind.Deals => "The bi-weekly deal-review pack.",
        DigestKind.Reviews => "The weekly deal review of each manager.",
        DigestKind.Renewals => "The weekly renewal pre-read.",
        _ => "The POV queue.",
    };
}
