using System.Runtime.CompilerServices;
using SalesRules.Sandbox.Generation.Deals;
using SalesRules.Sandbox.Generation.Words;
using static SalesRules.Sandbox.Generation.Deals.Categories;
using static SalesRules.Sandbox.Generation.Deals.SampleStages;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>Categories that somebody holds against the ceiling.</summary>
public sealed partial class Recipe
{
    private static readonly string[] AboveCeiling = ["forecast.above-ceiling"];
    private static readonly string[] InvalidHold = ["forecast.above-ceiling", "override.invalid"];

    /// <summary>Held as the rules want it: by the owner's manager, with a reason, for a few days.</summary>
    public static Recipe CommitHeldByManager { get; } = Hold(AboveCeiling, (hold, _, _) => hold);

    /// <summary>Held until yesterday.</summary>
    public static Recipe HoldExpired { get; } = Hold(AboveCeiling, (hold, _, context) => hold with { SetOn = context.Day(-11), Until = context.Day(-1) });

    /// <summary>Held by the owner.</summary>
    public static Recipe HoldByOwner { get; } = Hold(InvalidHold, (hold, deal, _) => hold with { By = deal.Owner });

    /// <summary>Held by somebody who does not manage the owner.</summary>
    public static Recipe HoldByOutsider { get; } = Hold(InvalidHold, (hold, _, context) => hold with { By = context.Staff.CustomerSuccessLead });

    /// <summary>Held without saying why.</summary>
    public static Recipe HoldWithoutReason { get; } = Hold(InvalidHold, (hold, _, _) => hold with { Reason = null });

    /// <summary>Held for a month.</summary>
    public static Recipe HoldTooLong { get; } = Hold(InvalidHold, (hold, _, _) => hold with { Until = hold.SetOn.AddDays(30) });

    /// <summary>Held without an end.</summary>
    public static Recipe HoldWithoutEnd { get; } = Hold(InvalidHold, (hold, _, _) => hold with { Until = null });

    private static Recipe Hold(
        string[] rules, Func<ForecastHold, Deal, RecipeContext, ForecastHold> spoil,
        [CallerMemberName] string name = "") => Of(rules, Negotiation, Commit, (deal, context) =>
    {
        deal.Score(context, new Scores(2, 2, 1, 2, 1));
        deal.Owner = context.Chance.Pick(context.Staff.AccountExecutives);
        var hold = new ForecastHold(
            Commit, context.Day(-3), context.Day(7), context.Chance.Pick(DealWords.HoldReasons), deal.Owner.Manager!);
        deal.Hold = spoil(hold, deal, context);
    }, name: name);
}
