using FsCheck.NUnit;
using SalesRules.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Rules;

/// <summary>The table that the rule book looks its rules up in, against asking each rule alone by its reach.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 500, QuietOnSuccess = true)]
public class RulesByKindTests
{
    private static readonly IReadOnlyList<IRule> Alone = [.. RuleBook.All.Where(rule => rule is not IRuleOnTheOthers)];
    private static readonly string[] Types = ["New Business", "Existing Business", "Renewal"];

    [Property]
    public void The_book_says_what_its_rules_say_one_by_one(ADeal deal) => ExpectTheSame(deal);

    [Test]
    public void So_it_does_for_every_kind_of_deal()
    {
        foreach (var deal in EveryKind())
            ExpectTheSame(deal.Scored(0, 1, null, 2, 0).Forecast("Commit").With(it => it with { Champion = null, NextStep = null, PerformanceFile = null }));
    }

    [TestCaseSource(nameof(RulesWithNeeds))]
    public void Without_a_field_that_it_needs_a_rule_does_not_run_within_its_reach_and_is_not_mentioned_beyond_it(IRule rule)
    {
        foreach (var field in rule.Needs)
        {
            foreach (var deal in EveryKind().Select(deal => deal.Under(policy => policy.WithAbsent(field))))
            {
                var kind = KindOf(deal);
                var isListed = deal.Decide().NotRun.Contains(rule.Id);
                Assert.That(isListed, Is.EqualTo(rule.Reach.IsUnknownFor(kind) || rule.Reach.Covers(kind, deal.Policy)), $"without {field}: {kind}");
            }
        }
    }

    [Test]
    public void On_an_open_deal_in_an_unknown_stage_those_that_speak_of_the_stage_do_not_run()
    {
        var speaking = RuleBook.All.Where(rule => rule.Reach.NeedsStage).Select(rule => rule.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.InStage("Pilot").Decide().NotRun, Is.SupersetOf(speaking));
            Assert.That(ADeal.InStage("Pilot").With(it => it with { IsClosed = true }).Decide().NotRun.Intersect(speaking), Is.Empty);
        }
    }

    private static IEnumerable<TestCaseData> RulesWithNeeds => RuleBook.All.Where(rule => rule.Needs.Count > 0).Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Id));

    private static void ExpectTheSame(ADeal deal)
    {
        var decision = deal.Decide();
        var said = Alone.ToDictionary(rule => rule.Id, deal.Ask);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(decision.Findings.Select(finding => finding.Rule)), Is.EquivalentTo(said.Where(one => one.Value.Finding is not null).Select(one => one.Key)), $"{KindOf(deal)}");
            Assert.That(Of(decision.NotRun), Is.EqualTo(said.Where(one => one.Value.IsNotRun).Select(one => one.Key)), $"{KindOf(deal)}");
        }
    }

    private static IEnumerable<string> Of(IEnumerable<string> rules) => rules.Where(id => RuleBook.All.First(rule => rule.Id == id) is not IRuleOnTheOthers);

    private static DealKind KindOf(ADeal deal)
    {
        var built = deal.Build();
        return new DealKind(built.Stage, built.Motion, built.IsOpen);
    }

    private static IEnumerable<ADeal> EveryKind() =>
        from stage in TestPolicy.OneOfEachType.Select(stage => (string?)stage.Name).Append("Pilot").Append(null)
        from type in Types
        from isClosed in new[] { false, true }
        select ADeal.InStage(stage).OfType(type).With(it => it with { IsClosed = isClosed });
}
