using SalesRules.Sandbox.Generation.Deals;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>All recipes, in the order in which the generator goes through them.</summary>
public static class RecipeBook
{
    public static IReadOnlyList<Recipe> All { get; } =
    [
        Recipe.CommitWithoutLeadership, Recipe.CommitWithoutScore, Recipe.PovWithoutApproval, Recipe.BestCaseBelowSix,
        Recipe.CommitHeldByManager, Recipe.PovDeferredBeforeEntry, Recipe.RenewalSponsorSilent, Recipe.ScoreWithoutEvidence,
        Recipe.CommitOutsideQuarter, Recipe.PovStartedBeforeStage,
        Recipe.CommitWithoutOutcome, Recipe.CommitBelowEight, Recipe.BestCaseHalfScored, Recipe.PipelineDespiteStrongScore,
        Recipe.CommitAtSixtyPercent, Recipe.OmittedAtSixtyPercent, Recipe.WonOutsideClosed, Recipe.LostOutsideOmitted,
        Recipe.PillarOutOfRange, Recipe.EvidenceOlderThanScore, Recipe.StageOutsideTheList, Recipe.TypeOutsideTheMap, Recipe.TypeMissing,
        Recipe.PovRequestedEarly, Recipe.PovWithConditions, Recipe.PovExecutiveLed, Recipe.PovWithoutApprovalOrPast,
        Recipe.PovEngineerAssignedEarly, Recipe.PovScoreDropped, Recipe.PastPovWithoutApproval, Recipe.PovEnteredLongAgo,
        Recipe.PovWithoutDates, Recipe.PovTooLong, Recipe.PovDeferralStale, Recipe.PovWaitingForCapacity,
        Recipe.HoldExpired, Recipe.HoldByOwner, Recipe.HoldByOutsider, Recipe.HoldWithoutReason, Recipe.HoldTooLong, Recipe.HoldWithoutEnd,
        Recipe.RenewalOnInheritedScores, Recipe.RenewalWeakSwitchingCost, Recipe.RenewalWithExpansionLead,
        Recipe.CloseDatePast, Recipe.PushedFourTimes, Recipe.Forgotten, Recipe.LowPain, Recipe.NegotiationWithoutChampion, Recipe.PovOverdue,
    ];

    internal static IReadOnlyList<Recipe> ForClosedDeals { get; } = [.. All.Where(recipe => SampleStages.IsClosed(recipe.Shape.Stage))];

    internal static IReadOnlyList<Recipe> ForOpenDeals { get; } = [.. All.Where(recipe => !SampleStages.IsClosed(recipe.Shape.Stage))];
}
