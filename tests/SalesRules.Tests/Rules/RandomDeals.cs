using FsCheck;
using FsCheck.Fluent;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

/// <summary>Deals of every kind for property tests: any scores, stage, category, dates, hold, history, under several policies.</summary>
public static class RandomDeals
{
    private static readonly string?[] Stages =
        [null, "Pilot", .. TestPolicy.OneOfEachType.Select(stage => stage.Name), .. TestPolicy.TwoPovStages.All.Select(stage => stage.Name), "POV", "POV Run"];

    private static readonly string?[] Categories = [null, "Upside", .. ForecastCategories.AllNames];
    private static readonly SalesforceId?[] People = [null, ADeal.Owner, ADeal.Manager, ADeal.Director, ADeal.Stranger];

    private static readonly UserDirectory Directory = new(
    [
        new User(ADeal.Owner, "Rep", false, ADeal.Manager, null),
        new User(ADeal.Manager, "Manager", false, ADeal.Director, null),
        new User(ADeal.Director, "Director", true, null, "VP Sales"),
    ]);

    private static Gen<PillarScore> Score { get; } = Gen.Frequency(
        (9, Gen.Elements(0m, 1m, 1m, 2m, 2m, 2m).Select(PillarScore.From)),
        (1, Gen.Constant(PillarScore.Unscored)),
        (1, Gen.Elements(3m, 1.5m, -1m).Select(PillarScore.From)));

    private static Gen<DateOnly?> Day { get; } = Gen.Frequency(
        (1, Gen.Constant<DateOnly?>(null)),
        (4, Gen.Choose(-120, 120).Select(days => (DateOnly?)ADeal.Today.AddDays(days))),
        (1, Gen.Elements<DateOnly?>(DateOnly.MinValue, DateOnly.MaxValue, ADeal.Today)));

    private static Gen<Func<Opportunity, Opportunity>> Scores { get; } =
        from o in Score
        from m in Score
        from i in Score
        from q in Score
        from l in Score
        select (Func<Opportunity, Opportunity>)(it => it with { Outcome = o, Maps = m, Insight = i, Quantify = q, Leadership = l });

    private static Gen<Func<Opportunity, Opportunity>> Forecast { get; } =
        from category in Gen.Elements(Categories)
        from close in Day
        from probability in Gen.Choose(-1, 101)
        select (Func<Opportunity, Opportunity>)(it => it with { ForecastCategoryName = category, CloseDate = close, Probability = probability < 0 ? null : probability });

    private static Gen<Func<Opportunity, Opportunity>> Pov { get; } =
        from requested in Day
        from start in Day
        from end in Day
        from se in Gen.Elements(People)
        from approved in Gen.Elements(false, false, true)
        from asked in Gen.Elements(true, false)
        select (Func<Opportunity, Opportunity>)(it => !asked ? it : it with
        {
            PovRequestedOn = requested,
            PovStart = start,
            PovEnd = end,
            PovSe = se,
            PovApprovedOn = approved ? ADeal.Noon(ADeal.Today) : null,
        });

    private static Gen<Func<Opportunity, Opportunity>> Hold { get; } =
        from category in Gen.Elements(Categories)
        from setOn in Day
        from days in Gen.Choose(0, 16)
        from holder in Gen.Elements(People)
        from reason in Gen.Elements("Board", null)
        select (Func<Opportunity, Opportunity>)(it => it with
        {
            ForecastHold = category,
            ForecastHoldSetOn = setOn,
            ForecastHoldUntil = setOn is { Year: < 9999 } day ? day.AddDays(days) : setOn,
            ForecastHoldBy = holder,
            ForecastHoldReason = reason,
        });

    private static Gen<Func<Opportunity, Opportunity>> Process { get; } =
        from stage in Gen.Elements(Stages)
        from type in Gen.Elements("New Business", "Existing Customer", "Renewal", "Other", null)
        from active in Gen.Elements<bool?>(true, false, null)
        from evidence in Gen.Elements("Notes", null)
        from changed in Day
        select (Func<Opportunity, Opportunity>)(it => it with
        {
            StageName = stage,
            Type = type,
            OwnerIsActive = active,
            InsightEvidence = evidence,
            LastStageChangeDate = changed is { } day ? ADeal.Noon(day) : null,
        });

    private static Gen<Func<DealContext, DealContext>> Context { get; } =
        from stages in Gen.Elements(Stages).ArrayOf()
        from known in Gen.Elements(true, false)
        from people in Gen.Elements(true, false)
        from since in Day
        select (Func<DealContext, DealContext>)(it => it with
        {
            StageHistory = known ? [.. stages.Where(stage => stage is not null).Select((stage, n) => new StageEntry(stage!, ADeal.Noon(ADeal.Today.AddDays(n - 200)), null))] : null,
            Users = people ? Directory : null,
            DeferredSince = since,
        });

    private static Gen<Func<Policy, Policy>> Policy { get; } =
        from follow in Gen.Elements(true, false)
        from probability in Gen.Elements(true, false)
        from twoPovs in Gen.Elements(true, false)
        from unscored in Gen.Elements(ForecastCategory.Omitted, ForecastCategory.Pipeline, ForecastCategory.Pipeline, ForecastCategory.BestCase)
        from effective in Day
        select (Func<Policy, Policy>)(it => it with
        {
            Forecast = it.Forecast with { BelowCeiling = follow ? BelowCeilingMode.Follow : BelowCeilingMode.Cap, CorrectProbability = probability, UnscoredCeiling = unscored },
            Stages = twoPovs ? TestPolicy.TwoPovStages : it.Stages,
            Pov = it.Pov with { EffectiveOn = effective },
        });

    public static Arbitrary<ADeal> Deals() => Arb.From(
        from scores in Scores
        from forecast in Forecast
        from pov in Pov
        from hold in Hold
        from process in Process
        from context in Context
        from policy in Policy
        select ADeal.InStage(null).With(scores).With(forecast).With(pov).With(hold).With(process).Knowing(context).Under(policy));
}
