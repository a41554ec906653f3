using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

public class RuleBookTests
{
    private static ADeal AboveCeiling => ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit").WentThrough("Discovery");

    [Test]
    public void A_deal_that_no_rule_minds_has_no_findings_changes_or_tasks()
    {
        var decision = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Best Case").WentThrough("Discovery").Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings, Is.Empty);
            Assert.That(decision.Changes, Is.Empty);
            Assert.That(decision.Tasks, Is.Empty);
            Assert.That(decision.NotRun, Is.Empty);
            Assert.That(decision.Risk.Level, Is.EqualTo(RiskLevel.None));
        }
    }

    [TestCase(Severity.Info)]
    [TestCase(Severity.Low)]
    [TestCase(Severity.Medium)]
    [TestCase(Severity.High)]
    public void The_policys_severity_replaces_the_rules_own(Severity severity)
    {
        var decision = AboveCeiling.Under(policy => policy.WithSeverity("forecast.above-ceiling", severity)).Decide();
        Assert.That(decision.Findings.Single().Severity, Is.EqualTo(severity));
    }

    [Test]
    public void A_rule_that_the_policy_switches_off_finds_and_changes_nothing_and_is_not_listed()
    {
        var decision = AboveCeiling.Under(policy => policy.WithSeverity("forecast.above-ceiling", null)).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings, Is.Empty);
            Assert.That(decision.Changes, Is.Empty);
            Assert.That(decision.NotRun, Is.Empty);
            Assert.That(decision.Forecast.Ceiling, Is.EqualTo(ForecastCategory.BestCase), "the ceiling is always given");
        }
    }

    [Test]
    public void Findings_come_highest_severity_first_and_then_in_the_books_order()
    {
        var decision = ADeal.InStage("POV").Scored(1, null, 2, 2, 2).Forecast("Commit").With(it => it with { Type = null, OutcomeEvidence = null }).Decide();
        Assert.That(
            decision.Findings.Select(finding => finding.Rule),
            Is.EqualTo([
                "forecast.score-required", "forecast.above-ceiling", "pov.deferred", "pov.stage-without-approval",
                "miql.no-evidence", "pov.dates-missing", "motion.unmapped", "hygiene.missing-field",
            ]));
    }

    [Test]
    public void A_severity_of_the_policy_orders_too()
    {
        var decision = ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).Forecast("Pipeline").Under(policy => policy.WithSeverity("pov.dates-missing", Severity.High)).Decide();
        Assert.That(
            decision.Findings.Select(finding => finding.Rule).Take(3),
            Is.EqualTo(["pov.deferred", "pov.stage-without-approval", "pov.dates-missing"]));
    }

    [Test]
    public void Fields_that_the_org_lacks_stop_the_rules_that_need_them_and_correct_nothing()
    {
        var decision = ADeal.InStage("POV").Scored(2, 2, 2, 2, null).Forecast("Commit").Under(policy => policy.WithAbsent("MIQL_Leadership__c")).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.NotRun, Is.SupersetOf(new[]
            {
                "forecast.score-required", "forecast.above-ceiling", "forecast.below-ceiling", "pov.deferred", "pov.conditions",
                "pov.stage-without-approval", "pov.started-unapproved", "pov.score-dropped",
            }));
            Assert.That(decision.Changes, Is.Empty);
            Assert.That(decision.Tasks, Is.Empty);
        }
    }

    [Test]
    public void Without_the_field_that_records_approvals_no_deal_is_moved()
    {
        var decision = ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).Forecast("Pipeline").Under(policy => policy.WithAbsent("SalesRules_POV_Approved_On__c")).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Changes, Is.Empty);
            Assert.That(decision.NotRun, Does.Contain("pov.stage-without-approval"));
        }
    }

    [Test]
    public void Not_run_rules_are_listed_in_the_books_order()
    {
        var places = RuleBook.All.Select((rule, index) => (rule.Id, index)).ToDictionary();
        var notRun = ADeal.InStage(null).Forecast(null).Decide().NotRun;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(notRun, Has.Count.GreaterThan(5));
            Assert.That(notRun.Select(id => places[id]), Is.Ordered);
        }
    }

    [Test]
    public void It_knows_its_rules_by_id_and_no_others()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RuleBook.Find("pov.deferred", TestPolicy.Default)?.Id, Is.EqualTo("pov.deferred"));
            Assert.That(RuleBook.Find("pov.Deferred", TestPolicy.Default), Is.Null);
            Assert.That(RuleBook.CountsForRisk("pov.deferred", TestPolicy.Default), Is.True);
            Assert.That(RuleBook.CountsForRisk("forecast.above-ceiling", TestPolicy.Default), Is.True);
            Assert.That(RuleBook.CountsForRisk("forecast.score-required", TestPolicy.Default), Is.False);
            Assert.That(RuleBook.CountsForRisk("no.such-rule", TestPolicy.Default), Is.False);
        }
    }

    [TestCase(null, "Pipeline")]
    [TestCase("Upside", "Pipeline")]
    public void Without_a_known_category_what_the_ceiling_leaves_of_Pipeline_is_proposed(string? category, string proposed)
    {
        var forecast = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast(category).Decide().Forecast;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(forecast.Current, Is.EqualTo(category));
            Assert.That(forecast.Proposed, Is.EqualTo(ForecastCategories.Parse(proposed)));
        }
    }

    [Test]
    public void A_closed_deal_gets_no_corrections_gate_or_tasks()
    {
        foreach (var scores in AllScores.Combinations)
        {
            var decision = ADeal.InStage("Closed Lost").Scored(scores).Forecast("Commit").With(it => it with { PovStart = ADeal.Today }).Decide();
            if (decision.Changes.Count + decision.Tasks.Count > 0 || decision.Pov is not null || decision.IsOpen)
                Assert.Fail(AllScores.InWords(scores));
        }
    }
}
