using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.FixedPoints;

/// <summary>
/// Deals at the boundaries of every rule that corrects: each stage, motion and category, the scores on both sides of floors and totals,
/// with and without an approval, and each way into the stage. The simplest come first. Some thousands.
/// </summary>
public static class BoundaryDeals
{
    private static readonly SalesforceId Id = SalesforceId.Parse("006000000000001");
    private static readonly SalesforceId Rep = SalesforceId.Parse("005000000000001");
    private static readonly SalesforceId Service = SalesforceId.Parse("005000000000002");

    /// <summary>O, M, I, Q, L; unscored first, then around the floors O = Q = 2, L = 2 and the totals 6 and 8.</summary>
    private static readonly int[]?[] Scores =
    [
        null, [0, 0, 0, 0, 0], [2, 0, 0, 2, 1], [2, 1, 1, 1, 1], [2, 1, 1, 2, 0], [2, 0, 0, 2, 2], [2, 1, 1, 2, 1], [2, 1, 2, 2, 1], [2, 1, 1, 2, 2], [2, 2, 2, 2, 2],
    ];

    private static readonly string?[] Categories = [null, .. ForecastCategories.AllNames];

    public static IEnumerable<BoundaryDeal> Of(Policy policy)
    {
        var today = policy.Pov.EffectiveOn?.AddDays(60) ?? new DateOnly(2026, 3, 2);
        return
            from scores in Scores
            from stage in policy.Stages.All
            from type in TypesOf(policy)
            from category in Categories
            from isApproved in (bool[])[false, true]
            from history in HistoriesOf(stage, policy, today)
            select new BoundaryDeal(Deal(stage, type, category, scores, isApproved ? Noon(today.AddDays(-5)) : null, today), new DealContext { Today = today, StageHistory = history, ServiceUser = Service });
    }

    private static Opportunity Deal(Stage stage, string? type, string? category, int[]? scores, DateTimeOffset? approved, DateOnly today)
    {
        PillarScore Score(int pillar) => scores is null ? PillarScore.Unscored : PillarScore.From(scores[pillar]);
        return new Opportunity
        {
            Id = Id,
            OwnerId = Rep,
            Name = "A boundary deal",
            StageName = stage.Name,
            Type = type,
            ForecastCategoryName = category,
            Probability = 50,
            CloseDate = today.AddDays(14),
            PovApprovedOn = approved,
            Outcome = Score(0),
            Maps = Score(1),
            Insight = Score(2),
            Quantify = Score(3),
            Leadership = Score(4),
        };
    }

    /// <summary>One Type for each motion.</summary>
    private static IReadOnlyList<string?> TypesOf(Policy policy) =>
        [.. policy.Motions.Known.Order().Select(motion => policy.Motions.TypeOf(motion))];

    /// <summary>Unknown; straight from the stage before; back from the stage after; from the first stage.</summary>
    private static IReadOnlyList<IReadOnlyList<StageEntry>?> HistoriesOf(Stage stage, Policy policy, DateOnly today)
    {
        var stages = policy.Stages.All;
        var neighbours = new[] { stages[0], stages[Math.Max(0, stage.Place - 1)], stages[Math.Min(stages.Count - 1, stage.Place + 1)] };
        return
        [
            null,
            .. neighbours.Where(other => other != stage).Distinct().Select(other => (IReadOnlyList<StageEntry>)
                [new StageEntry(other.Name, Noon(today.AddDays(-40)), Rep), new StageEntry(stage.Name, Noon(today.AddDays(-10)), Rep)]),
        ];
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
