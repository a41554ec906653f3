using SalesRules.Cards;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Cards;

/// <summary>What a card says beside the decision: how old values are, how much is missing, what comes next.</summary>
public class DealCardTests
{
    private static readonly ADeal TooHigh = ADeal.InStage("Discovery").Scored(2, 2, 1, 1, 1).Forecast("Commit");

    [Test]
    public void A_value_that_changed_says_when_and_one_that_did_not_since_when_it_stands()
    {
        var values = Card(TooHigh.Watched(ADeal.Today.AddDays(-40), ("CloseDate", ADeal.Today.AddDays(-3)))).Values.ToDictionary(value => value.Field);

        Assert.That((values["CloseDate"].ChangedAt, values["CloseDate"].UnchangedSince), Is.EqualTo(((DateTimeOffset?)ADeal.Noon(ADeal.Today.AddDays(-3)), (DateTimeOffset?)null)));
        Assert.That((values["Amount"].ChangedAt, values["Amount"].UnchangedSince), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)ADeal.Noon(ADeal.Today.AddDays(-40)))));
    }

    [Test]
    public void A_score_has_an_age_of_its_own_and_a_stage_its_histories()
    {
        var scored = ADeal.Noon(ADeal.Today.AddDays(-5));
        var card = Card(TooHigh.WentThrough("Qualification", "Discovery").Knowing(context => context with
        {
            ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Leadership] = new(scored, null) }),
        }));

        var values = card.Values.ToDictionary(value => value.Field, value => value.ChangedAt);
        Assert.That(values["MIQL_Leadership__c"], Is.EqualTo(scored));
        Assert.That(values["MIQL_Outcome__c"], Is.Null);
        Assert.That(values["StageName"], Is.EqualTo(ADeal.Noon(ADeal.Today.AddMonths(-1))));
    }

    [Test]
    public void Where_nothing_was_watched_nothing_is_claimed()
    {
        var card = Card(TooHigh.Knowing(context => context with { FieldHistory = null }));

        Assert.That(card.Values.Where(value => value.Field != "StageName").Select(value => (value.ChangedAt, value.UnchangedSince)), Is.All.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public void The_margin_is_what_is_missing() =>
        Assert.That(Card(TooHigh).Margins, Does.Contain(new Margin("forecast.above-ceiling", "MIQL_Total__c", 7, 8, 1)).And.Contain(new Margin("forecast.above-ceiling", "MIQL_Leadership__c", 1, 2, 1)));

    [Test]
    public void What_lacks_nothing_has_no_margin()
    {
        var aging = new StageAging([new StageAge("POV", "midmarket", Percentile75Days: 7, MedianDays: 6, Stays: 91)]);
        var card = Card(ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).With(it => it with { Amount = 560_000, LastStageChangeDate = ADeal.Noon(ADeal.Today.AddDays(-11)) }).Knowing(it => it with { Aging = aging }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(card.Decision.Findings.Select(finding => finding.Rule), Has.Member("meddpicc.deal-review"));
            Assert.That(card.Margins.Select(margin => margin.Rule), Has.No.Member("meddpicc.deal-review"));
            Assert.That(card.Margins, Has.Member(new Margin("stage.aging", "Days_In_Stage", 11, 7, -4)));
            Assert.That(Card(ADeal.Renewal).Margins.Select(margin => margin.Rule), Has.No.Member("renewal.expansion-lead"), "2 of 2 is no margin");
        }
    }

    [Test]
    public void A_value_that_is_itself_the_moment_of_a_change_has_no_other_age()
    {
        var moved = ADeal.Noon(ADeal.Today.AddDays(-60));
        var value = Card(ADeal.InStage("Discovery").With(it => it with { LastStageChangeDate = moved })).Values.Single(value => value.Field == "LastStageChangeDate");

        Assert.That((value.IsMoment, value.ChangedAt), Is.EqualTo((true, (DateTimeOffset?)moved)));
        Assert.That(Card(TooHigh).Values.Where(other => other.Field == "Amount").Select(other => other.IsMoment), Is.EqualTo([false]));
    }

    [Test]
    public void The_next_goal_is_the_next_ceiling_and_the_gate_with_the_smallest_raise()
    {
        Assert.That(Goals(TooHigh), Is.EqualTo(new[] { "a ceiling of Commit: MIQL_Leadership__c = 2" }));
        Assert.That(Goals(ADeal.InStage("Solution").Scored(2, 2, 2, 1, 2)), Is.EqualTo(new[] { "the POV gate's approval: MIQL_Quantify__c = 2" }));
        Assert.That(Goals(ADeal.InStage("Solution").Scored(2, 2, 2, 2, 2)), Is.Empty);
    }

    [Test]
    public void A_finding_without_a_fix_of_its_own_has_the_steps_that_end_it()
    {
        var card = Card(TooHigh.With(deal => deal with { NextStep = null }));

        Assert.That(card.OneStepFixes("hygiene.next-step-missing").Select(step => step.Words), Does.Contain("NextStep filled in"));
        Assert.That(card.OneStepFixes("no.such-rule"), Is.Empty);
    }

    private static DealCard Card(ADeal deal) => DealCard.Of(new RuleBook(deal.Policy), deal.Opportunity, deal.Context, ADeal.Noon(ADeal.Today));

    private static IEnumerable<string> Goals(ADeal deal) =>
        Card(deal).Goals.Select(goal => $"{goal.Goal}: {string.Join(", ", goal.By.Select(fix => $"{fix.Field} = {fix.To}"))}");
}
