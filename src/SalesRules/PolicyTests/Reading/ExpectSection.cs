using SalesRules.Decisions;
using SalesRules.Policies.Reading.Sections;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests.Reading;

/// <summary>What a case expects; what it leaves out is not compared.</summary>
internal sealed class ExpectSection : Section<IReadOnlyList<Expectation>>
{
    private const string None = "none";

    private static readonly Key<IReadOnlyList<string>> Findings = Rules("findings", "The rules that find something, among others.");

    private static readonly Key<bool> Exact = new("exact", new TrueFalseShape(), false, "true: no rule but those of findings finds something.");

    private static readonly Key<IReadOnlyList<string>> Not = Rules("not", "Rules that find nothing.");

    private static readonly Key<string> Ceiling = Word("ceiling", "forecast category", ForecastCategories.AllNames, "The highest forecast category that the evidence allows.");

    private static readonly Key<string> Proposed = Word("proposed", "forecast category", ForecastCategories.AllNames, "The forecast category that the deal is to have.");

    private static readonly Key<string> Pov = Word("pov", "state of the POV gate", ["Approved", "Approved with conditions", "Deferred", None], "The state of the POV gate; none where it does not apply.");

    private static readonly Key<string> Risk = Word("risk", "risk", [None, "low", "medium", "high"], "How much at risk the deal is.");

    private readonly Key<IReadOnlyList<ExpectedChange>> changes;

    public ExpectSection(FieldMap fields)
    {
        changes = new Key<IReadOnlyList<ExpectedChange>>("changes", new ChangesShape(fields), [], "The corrections that are proposed: these and no others.");
        Keys = [Findings, Exact, Not, Ceiling, Proposed, Pov, Risk, changes];
    }

    public override IReadOnlyList<Key> Keys { get; }

    protected override IReadOnlyList<Expectation> Build(SectionValues values)
    {
        var expectations = new List<Expectation>();
        expectations.AddRange(Lines(values, Findings).Select(rule => Expectations.Found(rule.Line, rule.Id)));
        if (values.Get(Exact))
            expectations.Add(Expectations.NoOther(values.PlaceOf(Exact).Node.Line, values.Get(Findings)));
        expectations.AddRange(Lines(values, Not).Select(rule => Expectations.NotFound(rule.Line, rule.Id)));
        Add(Ceiling, decision => decision.Forecast.Ceiling.Name());
        Add(Proposed, decision => decision.Forecast.Proposed.Name());
        Add(Pov, decision => decision.Pov?.State ?? None);
        Add(Risk, decision => decision.Risk.Level.ToString().ToLowerInvariant());
        if (values.IsGiven(changes))
            expectations.AddRange(Expectations.Changes(values.PlaceOf(changes).Node.Line, values.Get(changes)));
        if (expectations.Count == 0)
            values.Refuse($"nothing is expected; expected one of {string.Join(", ", Keys.Select(key => key.Name))}");
        return [.. expectations.OrderBy(expectation => expectation.Line)];

        void Add(Key<string> key, Func<Decision, string> found)
        {
            if (values.IsGiven(key))
                expectations.Add(Expectations.Word(values.PlaceOf(key).Node.Line, key.Name, values.Get(key), found));
        }
    }

    private static IEnumerable<(int Line, string Id)> Lines(SectionValues values, Key<IReadOnlyList<string>> key) =>
        values.IsGiven(key) && values.PlaceOf(key).Node is ListNode list
            ? values.Get(key).Zip(list.Items, (id, item) => (item.Line, id))
            : [];

    private static Key<IReadOnlyList<string>> Rules(string name, string meaning) =>
        new(name, new ListShape<string>(new RuleNameShape(), id => id, StringComparer.Ordinal), [], meaning);

    private static Key<string> Word(string name, string noun, IReadOnlyList<string> words, string meaning) =>
        new(name, new ChoiceShape<string>(noun, [.. words.Select(word => (word, word))]), "", meaning, defaultNote: "not compared");
}
