using SalesRules.Sandbox.Generation.Deals;
using static SalesRules.Sandbox.Generation.Deals.Categories;
using static SalesRules.Sandbox.Generation.Deals.SampleStages;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>POVs asked for, started or run without what the gate demands.</summary>
public sealed partial class Recipe
{
    /// <summary>Seven points, above every floor but Quantify's.</summary>
    private static readonly Scores BelowQuantifyFloor = new(2, 2, 1, 1, 1);

    /// <summary>Before the POV, Quantify below its hard floor.</summary>
    public static Recipe PovDeferredBeforeEntry { get; } = Of(["pov.deferred"], TechnicalDeepDive, BestCase,
        (deal, context) => deal.Score(context, BelowQuantifyFloor));

    /// <summary>A POV asked for in discovery, Outcome below its hard floor.</summary>
    public static Recipe PovRequestedEarly { get; } = Of(["pov.deferred"], Discovery, Pipeline, (deal, context) =>
    {
        deal.Score(context, new Scores(1, 1, 1, 1, 1));
        deal.Pov = new PovPlan(RequestedOn: context.Day(-4));
    });

    /// <summary>Passes with conditions: six or seven points, every floor met.</summary>
    public static Recipe PovWithConditions { get; } = Of(["pov.conditions"], TechnicalDeepDive, BestCase,
        (deal, context) => deal.Score(context, new Scores(2, 1, 1, 2, 1)));

    /// <summary>Passes with conditions by the Executive-Led path: no map, but the executive is engaged.</summary>
    public static Recipe PovExecutiveLed { get; } = Of(["pov.conditions"], TechnicalDeepDive, BestCase,
        (deal, context) => deal.Score(context, new Scores(2, 0, 1, 2, 2)));

    /// <summary>In the POV stage, deferred, never approved: it goes back to where it came from.</summary>
    public static Recipe PovWithoutApproval { get; } = Of(["pov.stage-without-approval", "pov.deferred"], Pov, BestCase, (deal, context) =>
    {
        deal.Score(context, BelowQuantifyFloor);
        deal.Pov = deal.Pov with { ApprovedOn = null };
    });

    /// <summary>The same for a deal that was created in the POV stage, so that nowhere is where it came from.</summary>
    public static Recipe PovWithoutApprovalOrPast { get; } = Of(["pov.stage-without-approval", "pov.deferred"], Pov, BestCase, (deal, context) =>
    {
        deal.Stages.RemoveRange(0, deal.Stages.Count - 1);
        deal.EarlierScorings = [];
        deal.Score(context, BelowQuantifyFloor);
        deal.Pov = deal.Pov with { ApprovedOn = null };
    });

    /// <summary>The POV runs although the stage says that it has not begun.</summary>
    public static Recipe PovStartedBeforeStage { get; } = Of(["pov.started-unapproved"], TechnicalDeepDive, BestCase, (deal, context) =>
        deal.Pov = new PovPlan(context.Day(-9), context.Day(-2), context.Day(40)));

    /// <summary>A sales engineer is assigned in discovery.</summary>
    public static Recipe PovEngineerAssignedEarly { get; } = Of(["pov.started-unapproved"], Discovery, Pipeline, (deal, context) =>
        deal.Pov = new PovPlan(Engineer: context.Chance.Pick(context.Staff.SalesEngineers)));

    /// <summary>Approved, and since then Quantify has dropped below its floor.</summary>
    public static Recipe PovScoreDropped { get; } = Of(["pov.score-dropped"], Pov, BestCase, (deal, context) =>
        deal.Score(context, BelowQuantifyFloor));

    /// <summary>Past the POV stage without an approval.</summary>
    public static Recipe PastPovWithoutApproval { get; } = Of(["pov.beyond-without-approval"], Proposal, BestCase, (deal, _) =>
        deal.Pov = deal.Pov with { ApprovedOn = null });

    /// <summary>Entered the POV stage two years ago, before there was a gate.</summary>
    public static Recipe PovEnteredLongAgo { get; } = Of(["pov.entered-before-effective"], Pov, BestCase, (deal, context) =>
    {
        for (var passed = 0; passed < deal.Stages.Count; passed++)
            deal.Stages[passed] = deal.Stages[passed] with { On = deal.Stages[passed].On.AddYears(-2) };
        deal.EarlierScorings = [];
        deal.Score(context, BelowQuantifyFloor);
        deal.Pov = new PovPlan(null, deal.Stages[^1].On, context.Day(20), deal.Pov.Engineer);
    });

    /// <summary>In the POV stage with neither dates nor an engineer.</summary>
    public static Recipe PovWithoutDates { get; } = Of(["pov.dates-missing"], Pov, BestCase, (deal, _) =>
        deal.Pov = new PovPlan(ApprovedOn: deal.Pov.ApprovedOn));

    /// <summary>Planned for 75 days.</summary>
    public static Recipe PovTooLong { get; } = Of(["pov.over-length"], Pov, BestCase, (deal, _) =>
        deal.Pov = deal.Pov with { End = deal.Pov.Start!.Value.AddDays(75) });

    /// <summary>Deferred, and nobody has scored it again for a month.</summary>
    public static Recipe PovDeferralStale { get; } = Of(["pov.deferral-stale", "pov.deferred"], TechnicalDeepDive, BestCase, (deal, context) =>
    {
        deal.AgeBy(30);
        deal.EarlierScorings = [];
        deal.Scoring = deal.Scoring! with { Scores = BelowQuantifyFloor, On = context.Day(-30) };
    });

    /// <summary>Approved and planned; it waits for an engineer to come free.</summary>
    public static Recipe PovWaitingForCapacity { get; } = Of(["pov.capacity"], Pov, BestCase, (deal, context) =>
        deal.Pov = deal.Pov with { Start = context.Day(7), End = context.Day(52) });
}
