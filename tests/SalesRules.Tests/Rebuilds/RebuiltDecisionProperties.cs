using System.Text;
using System.Text.Json;
using FsCheck.NUnit;
using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Rebuilds;
using SalesRules.Rules;
using SalesRules.Schemas;
using SalesRules.Snapshots;
using SalesRules.Tests.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Rebuilds;

/// <summary>Any decision can be made again, byte for byte, from what is kept of it as text.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 3000, QuietOnSuccess = true)]
public class RebuiltDecisionProperties
{
    private static readonly DateTimeOffset DecidedAt = ADeal.Noon(ADeal.Today);

    private static readonly SchemaDrift[] Drifts =
    [
        SchemaDrift.None,
        new SchemaDrift([OpportunityFields.Get("MIQL_Maps__c")], [OpportunityFields.Get("SalesRules_Reason__c")], [], null),
        new SchemaDrift([], [], [new RetiredValue(OpportunityFields.Get("StageName"), TestPolicy.ReturnStage)], "Tasks are gone"),
    ];

    [Property]
    public void A_decision_is_the_same_from_its_snapshot_context_policy_and_drift(ADeal deal)
    {
        foreach (var drift in Drifts)
        {
            var rules = new RuleBook(deal.Policy.Under(drift));
            var record = Read(Text(deal.Opportunity, new OpportunityJsonWriter(rules.Policy.Fields).Write), rules);
            var decision = rules.Decide(record, deal.Context);
            var standing = StandingDecision.Of(rules, record, deal.Context, decision, DecidedAt);

            var again = new RuleBook(deal.Policy.Under(ReadBack(drift)));
            var rebuilt = RebuiltDecision.Of(new DecisionSource(Text(record, new OpportunityJsonWriter(rules.Policy.Fields).Write), Text(deal.Context, (writer, context) => DealContextJson.Write(writer, record, context)), DecidedAt, deal.Context.Aging), again);

            Assert.That(rebuilt.StandingText, Is.EqualTo(Text(standing.Decision, DecisionJson.Write)));
            Assert.That(rebuilt.DecisionText, Is.EqualTo(decision.Changes.Count == 0 ? null : Text(decision, DecisionJson.Write)));
            Assert.That(rebuilt.Standing.Id, Is.EqualTo(standing.Id));
        }
    }

    [Test]
    public void What_cannot_be_read_is_told()
    {
        var source = new DecisionSource("""{"Id":"006xx000003GYkJAAW"}""", """{"today":"2026-03-02"}""", DecidedAt, null);
        var rules = new RuleBook(TestPolicy.Default);

        Assert.That(() => RebuiltDecision.Of(source, rules), Throws.Nothing);
        Assert.That(() => RebuiltDecision.Of(source with { Snapshot = "{" }, rules), Throws.TypeOf<UnreadableSourceException>().With.Message.StartsWith("what was kept of it cannot be read: "));
        Assert.That(() => RebuiltDecision.Of(source with { Context = "{}" }, rules), Throws.TypeOf<UnreadableSourceException>());
        Assert.That(() => RebuiltDecision.Of(source with { Context = """{"today":"2026-03-02","contacts":7}""" }, rules), Throws.TypeOf<UnreadableSourceException>());
    }

    [Test]
    public void No_drift_is_an_empty_object() => Assert.That(Text(SchemaDrift.None, SchemaDriftJson.Write), Is.EqualTo("{}"));

    private static SchemaDrift ReadBack(SchemaDrift drift)
    {
        using var json = JsonDocument.Parse(Text(drift, SchemaDriftJson.Write));
        return SchemaDriftJson.Read(json.RootElement);
    }

    private static Opportunity Read(string json, RuleBook rules) => new OpportunityJsonReader(rules.Policy.Fields).Read(Encoding.UTF8.GetBytes(json));

    private static string Text<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
            write(writer, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
