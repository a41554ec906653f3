using static SalesRules.Sandbox.Generation.Deals.Categories;
using static SalesRules.Sandbox.Generation.Deals.SampleStages;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>Deals that nobody has looked after.</summary>
public sealed partial class Recipe
{
    /// <summary>The close date has passed.</summary>
    public static Recipe CloseDatePast { get; } = Of(["hygiene.close-date-past"], Discovery, Pipeline,
        (deal, context) => deal.CloseDate = context.Day(-context.Chance.Between(3, 40)));

    /// <summary>The close date has moved to a later month four times.</summary>
    public static Recipe PushedFourTimes { get; } = Of(["hygiene.pushed"], Proposal, BestCase, (deal, _) =>
    {
        deal.AgeBy(90);
        deal.Pushes = 4;
    });

    /// <summary>Nobody has called for six weeks, and the next step is overdue.</summary>
    public static Recipe Forgotten { get; } = Of(["hygiene.no-activity", "hygiene.next-step-overdue"], Discovery, Pipeline, (deal, context) =>
    {
        deal.AgeBy(60);
        deal.LastActivityOn = context.Day(-42);
        deal.NextStepOn = context.Day(-30);
    });

    /// <summary>The pain would not make anybody act.</summary>
    public static Recipe LowPain { get; } = Of(["meddpicc.low-pain"], TechnicalDeepDive, BestCase,
        (deal, _) => deal.Meddpicc = deal.Meddpicc with { PainScore = 4 });

    /// <summary>Negotiating without a champion or anybody who owns the purchase.</summary>
    public static Recipe NegotiationWithoutChampion { get; } = Of(["meddpicc.no-champion", "meddpicc.no-buying-process"], Negotiation, BestCase,
        (deal, _) => deal.Meddpicc = deal.Meddpicc with { Champion = null, ChampionConfirmedOn = null, ProcurementOwner = null });

    /// <summary>The POV ended last week and the deal is still in it.</summary>
    public static Recipe PovOverdue { get; } = Of(["meddpicc.pov-overdue"], Pov, BestCase, (deal, context) =>
    {
        deal.AgeBy(45);
        deal.Pov = deal.Pov with { RequestedOn = context.Day(-60), Start = context.Day(-50), End = context.Day(-6), ApprovedOn = deal.Stages[^1].On };
    });
}
