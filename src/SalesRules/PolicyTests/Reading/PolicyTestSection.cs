using SalesRules.Policies;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests.Reading;

/// <summary>One case.</summary>
internal sealed class PolicyTestSection : Section<PolicyTest>
{
    private static readonly Key<string> Name = new("name", new TextShape(TextShape.SalesforceLength, "name"),
        "What the case shows, as a sentence.");

    private static readonly Key<DateOnly> AsOf = new("as-of", new DateShape(),
        "The business date on which the deal is decided.");

    private static readonly Key<IReadOnlyList<StageEntry>> History = new("history",
        new ListShape<StageEntry>(new StageEntrySection(), entry => FormattableString.Invariant($"{entry.StageName} on {entry.EnteredAt:yyyy-MM-dd}"), StringComparer.OrdinalIgnoreCase),
        [],
        "The stages that the deal entered, oldest first. Left out: not known.");

    private readonly Key<Opportunity> given;
    private readonly Key<IReadOnlyList<Expectation>> expect;

    public PolicyTestSection(Policy policy)
    {
        given = new Key<Opportunity>("given", new GivenShape(policy.Fields), "The deal: its fields with their values. One that is left out is empty.");
        expect = new Key<IReadOnlyList<Expectation>>("expect", new ExpectSection(policy.Fields), "What is to be decided. What is left out is not compared.");
        Keys = [Name, AsOf, given, History, expect];
    }

    public override IReadOnlyList<Key> Keys { get; }

    public override string Expected => "a case with name, as-of, given and expect";

    protected override PolicyTest Build(SectionValues values) => new(
        values.Get(Name),
        values.Place.Node.Line,
        values.Get(given),
        new DealContext { Today = values.Get(AsOf), StageHistory = values.IsGiven(History) ? StageHistories.FromRows(values.Get(History)) : null },
        values.Get(expect));
}
