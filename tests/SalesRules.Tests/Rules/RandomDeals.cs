using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

/// <summary>Deals of every kind for property tests: any scores, stage, category, dates, hold, history and fields, under several policies.</summary>
public static class RandomDeals
{
    private static readonly string?[] Stages =
        [null, "Pilot", .. TestPolicy.OneOfEachType.Select(stage => stage.Name), .. TestPolicy.TwoPovStages.All.Select(stage => stage.Name), "POV", "POV Run"];

    private static readonly string?[] Categories = [null, "Upside", .. ForecastCategories.AllNames];
    private static readonly SalesforceId?[] People = [null, ADeal.Owner, ADeal.Manager, ADeal.Director, ADeal.Stranger];

    private static readonly Dictionary<StageType, IReadOnlyList<ChecklistItem>> EveryStageAsksForABudget =
        StageTypes.All.ToDictionary(type => type, _ => (IReadOnlyList<ChecklistItem>)[new ChecklistItem("Budget", ["Budget__c"])]);

    private static readonly Opportunity Bare = new() { Id = ADeal.Id, OwnerId = ADeal.Owner };

    private static Gen<PillarScore> Score { get; } = Gen.Frequency(
        (9, Gen.Elements(0m, 1m, 1m, 2m, 2m, 2m).Select(PillarScore.From)),
        (1, Gen.Constant(PillarScore.Unscored)),
        (1, Gen.Elements(3m, 1.5m, -1m).Select(PillarScore.From)));

    private static Gen<DateOnly?> Day => RandomFields.Day;

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

    private static Gen<Func<Opportunity, Opportunity>> Standing { get; } =
        from stage in Gen.Elements(Stages)
        from closed in Gen.Elements<bool?>(null, null, false, false, true)
        from won in Gen.Elements<bool?>(null, false, true)
        from type in Gen.Elements("New Business", "Existing Customer", "Renewal", "Renewal", "Other", null)
        from segment in Gen.Elements("Enterprise", "Commercial", "Midmarket", null)
        from changed in Day
        select (Func<Opportunity, Opportunity>)(it => it with
        {
            StageName = stage,
            IsClosed = closed,
            IsWon = won,
            Type = type,
            Segment = segment,
            LastStageChangeDate = changed is { } day ? ADeal.Noon(day) : null,
        });

    private static Gen<Func<Policy, Policy>> Gates { get; } =
        from follow in Gen.Elements(true, false)
        from probability in Gen.Elements(true, false)
        from twoPovs in Gen.Elements(true, false)
        from unscored in Gen.Elements(ForecastCategory.Omitted, ForecastCategory.Pipeline, ForecastCategory.Pipeline, ForecastCategory.BestCase)
        from effective in Day
        from zone in Gen.Elements("Etc/UTC", "America/New_York", "Pacific/Kiritimati")
        select (Func<Policy, Policy>)(it => it with
        {
            Forecast = it.Forecast with { BelowCeiling = follow ? BelowCeilingMode.Follow : BelowCeilingMode.Cap, CorrectProbability = probability, UnscoredCeiling = unscored },
            Stages = twoPovs ? TestPolicy.TwoPovStages : it.Stages,
            Pov = it.Pov with { EffectiveOn = effective },
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        });

    private static Gen<Func<Policy, Policy>> Processes { get; } =
        from exit in Gen.Elements(ExitMode.Flag, ExitMode.Return)
        from everyStage in Gen.Elements(true, false)
        from most in Gen.Elements<int?>(null, 20, 60)
        from pattern in Gen.Elements<Regex?>(null, new Regex("^A"))
        select (Func<Policy, Policy>)(it => it with
        {
            StageRules = it.StageRules with { Exit = exit, ExitChecklists = everyStage ? EveryStageAsksForABudget : it.StageRules.ExitChecklists },
            Meddpicc = it.Meddpicc with { DaysLeft = new Dictionary<string, DaysLeft>(it.Meddpicc.DaysLeft) { ["midmarket"] = new() { InAll = most } } },
            Hygiene = it.Hygiene with { NamePattern = pattern },
        });

    public static Arbitrary<ADeal> Deals() => Arb.From(
        from start in Gen.Elements(SoundDeal.InStage(null), SoundDeal.InStage(null), Bare)
        from fields in RandomFields.Some
        from scores in Scores
        from forecast in Forecast
        from pov in Pov
        from hold in Hold
        from standing in Standing
        let record = standing(hold(pov(forecast(scores(fields(start))))))
        from context in RandomContexts.In(record.StageName, Stages)
        from gates in Gates
        from processes in Processes
        select ADeal.InStage(null).With(_ => record).Knowing(context).Under(gates).Under(processes));
}
