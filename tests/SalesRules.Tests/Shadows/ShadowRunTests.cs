using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;
using SalesRules.Shadows;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Shadows;

/// <summary>A candidate policy beside the live one: what differs is counted, and whatever goes wrong with it stays with it.</summary>
public class ShadowRunTests
{
    private static readonly ADeal TooHigh = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit");

    [Test]
    public void What_the_candidate_decides_otherwise_is_counted()
    {
        var shadow = Shadow(policy => policy with { Hash = "sha256:new", Severities = new Dictionary<string, Severity?> { ["forecast.above-ceiling"] = null } });

        Look(shadow, TooHigh);
        Look(shadow, TooHigh.Forecast("Pipeline"));

        Assert.That((shadow.PolicyHash, shadow.Differences.Read.Deals, shadow.Differences.Different.Deals, shadow.Failed, shadow.Problem), Is.EqualTo(("sha256:new", 2, 1, 0, (string?)null)));
        Assert.That(shadow.Differences.SumOf(DecisionAspect.Category).Deals, Is.EqualTo(1));
        Assert.That(shadow.Differences.Lost.Keys, Does.Contain("forecast.above-ceiling"));
    }

    [Test]
    public void The_same_policy_agrees_with_itself()
    {
        var shadow = Shadow(policy => policy);

        Look(shadow, TooHigh);

        Assert.That((shadow.Differences.Read.Deals, shadow.Differences.Different.Deals, shadow.NotRun.Count), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public void A_field_that_the_live_policy_reads_from_elsewhere_or_not_at_all_is_unknown_to_the_candidate()
    {
        var live = TestPolicy.Default with { Fields = new FieldMap(new Dictionary<string, string?> { ["Champion__c"] = null, ["MIQL_Maps__c"] = "Maps_Old__c" }) };
        var shadow = new ShadowRun("new.yaml", TestPolicy.Default, live, problem: null);

        Look(shadow, TooHigh.Under(_ => live));

        Assert.That(shadow.NotRun, Does.Contain("forecast.above-ceiling"), "it counts on scores that were not read for it");
        Assert.That(shadow.Differences.Gained.Keys, Does.Not.Contain("meddpicc.no-champion"));
    }

    [Test]
    public void A_candidate_that_cannot_be_read_decides_nothing_and_says_why()
    {
        var shadow = new ShadowRun("new.yaml", candidate: null, TestPolicy.Default, "line 3: stages: missing");

        Look(shadow, TooHigh);

        Assert.That((shadow.PolicyHash, shadow.Differences.Read.Deals, shadow.Problem), Is.EqualTo(((string?)null, 0, "line 3: stages: missing")));
    }

    [Test]
    public void A_candidate_that_breaks_over_a_deal_is_counted_and_breaks_nothing_else()
    {
        var shadow = Shadow(policy => policy);

        Assert.That(() => shadow.Look(TooHigh.Opportunity, null!, TooHigh.Decide()), Throws.Nothing);
        Look(shadow, TooHigh);

        Assert.That((shadow.Failed, shadow.Differences.Read.Deals), Is.EqualTo((1, 1)));
        Assert.That(shadow.Problem, Does.StartWith($"of {ADeal.Id} it could not decide (NullReferenceException)"));
    }

    private static ShadowRun Shadow(Func<Policy, Policy> change) => new("new.yaml", change(TestPolicy.Default), TestPolicy.Default, problem: null);

    private static void Look(ShadowRun shadow, ADeal deal) => shadow.Look(deal.Opportunity, deal.Context, deal.Decide());
}
