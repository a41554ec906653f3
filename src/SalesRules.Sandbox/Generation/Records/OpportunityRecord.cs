using System.Globalization;
using SalesRules.Sandbox.Generation.Deals;
using SalesRules.Sandbox.Generation.Recipes;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>The opportunity itself, field by field.</summary>
internal static class OpportunityRecord
{
    /// <summary>The values of a deal that was touched last at <paramref name="changedAt"/>.</summary>
    public static Dictionary<string, object?> Of(Deal deal, Recipe? recipe, DealHistory history, DateTimeOffset changedAt, Chance chance) =>
        Basics(deal, recipe, history, chance)
            .With(Miql(deal))
            .With(Sale(deal, chance))
            .With(People(deal.Meddpicc))
            .With(Papers(deal.Meddpicc))
            .With(Gate(deal.Pov))
            .With(Hold(deal.Hold))
            .With(Ending(deal))
            .Stamp(deal.Owner.Id, history.CreatedAt, changedAt);

    private static Dictionary<string, object?> Basics(Deal deal, Recipe? recipe, DealHistory history, Chance chance)
    {
        var current = history.Current;
        return new Dictionary<string, object?>(96)
        {
            ["Id"] = deal.Id,
            ["Name"] = deal.Name,
            ["Description"] = recipe?.Description,
            ["AccountId"] = deal.Customer.Id,
            ["OwnerId"] = deal.Owner.Id,
            ["Type"] = deal.Type,
            ["LeadSource"] = chance.Pick(DealWords.Sources),
            ["StageName"] = current.Stage,
            ["Amount"] = current.Amount,
            ["Probability"] = (decimal)current.Probability,
            ["ExpectedRevenue"] = current.ExpectedRevenue,
            ["CloseDate"] = current.CloseDate,
            ["ForecastCategoryName"] = current.Category,
            ["ForecastCategory"] = current.CategoryValue,
            ["IsClosed"] = deal.IsClosed,
            ["IsWon"] = deal.IsWon,
            ["PushCount"] = (decimal)deal.Pushes,
            ["LastStageChangeDate"] = history.StageChangedAt,
            ["LastActivityDate"] = deal.LastActivityOn,
        };
    }

    private static (string, object?)[] Miql(Deal deal)
    {
        if (deal.Scoring is not { } scoring)
            return [];
        var pillars = Scores.Pillars.SelectMany((name, pillar) => new (string, object?)[]
        {
            ($"MIQL_{name}__c", (decimal?)scoring.Scores.InOrder[pillar]),
            ($"MIQL_{name}_Evidence__c", scoring.Evidence[pillar]),
        });
        return
        [
            .. pillars,
            ("MIQL_Scored_On__c", scoring.On),
            ("MIQL_Scored_By__c", scoring.By.Id),
            ("MIQL_Audit_Url__c", $"https://miql.example/audit/{deal.Id}"),
        ];
    }

    private static (string, object?)[] Sale(Deal deal, Chance chance) =>
    [
        ("Segment__c", deal.IsEnterprise ? "Enterprise" : "Commercial"),
        ("NextStep", deal.IsClosed ? null : About(chance.Pick(DealWords.NextSteps), deal, chance)),
        ("Next_Step_Date__c", deal.IsClosed ? null : deal.NextStepOn),
        ("Next_Step_Owner__c", deal.IsClosed ? null : deal.Owner.Id),
        ("Stage_Change_Reason__c", deal.Stages.Count > 1 ? "Exit criteria of the stage before are met" : null),
        ("Close_Date_Reviewed_On__c", deal.LastActivityOn),
        .. MutualActionPlan(deal),
        .. DealDesk(deal),
    ];

    private static (string, object?)[] MutualActionPlan(Deal deal) => !SampleStages.HasReached(deal.Stage, SampleStages.TechnicalDeepDive) ? [] :
    [
        ("Mutual_Action_Plan__c", $"https://plans.example/{deal.Id}"),
        ("Mutual_Action_Plan_Criterion__c", deal.Meddpicc.SuccessCriterion ?? "Usage targets of the current term met"),
        ("Mutual_Action_Plan_Next_Due__c", deal.IsClosed ? null : deal.NextStepOn.AddDays(5)),
    ];

    private static (string, object?)[] DealDesk(Deal deal) => !SampleStages.HasReached(deal.Stage, SampleStages.Proposal) ? [] :
    [
        ("Desk_Decision__c", "Approve"),
        ("Desk_Decision_By__c", deal.Owner.Manager?.Id),
        ("Desk_Decision_On__c", deal.Stages[^1].On),
    ];

    private static (string, object?)[] People(Meddpicc known) =>
    [
        ("Economic_Buyer__c", known.EconomicBuyer?.Id),
        ("Economic_Buyer_Level__c", known.EconomicBuyer?.Level),
        ("Economic_Buyer_Met_On__c", known.EconomicBuyerMetOn),
        ("Champion__c", known.Champion?.Id),
        ("Champion_Confirmed_On__c", known.ChampionConfirmedOn),
        ("Procurement_Owner__c", known.ProcurementOwner?.Id),
    ];

    private static (string, object?)[] Papers(Meddpicc known) =>
    [
        ("Metrics_Baseline__c", known.Baseline),
        ("Metrics_Target__c", known.Target),
        ("Metrics_Success_Criterion__c", known.SuccessCriterion),
        ("Decision_Criteria__c", known.DecisionCriteria),
        ("Decision_Scorecard_Wins__c", (decimal?)known.ScorecardWins),
        ("Decision_Process__c", known.DecisionProcess),
        ("Decision_Expected_On__c", known.DecisionExpectedOn),
        ("Paper_Process__c", known.PaperProcess),
        ("MSA_Sent_On__c", known.MsaSentOn),
        ("Legal_Status__c", known.LegalStatus),
        ("Signature_Expected_On__c", known.SignatureExpectedOn),
        ("Pain__c", known.Pain),
        ("Pain_Score__c", (decimal?)known.PainScore),
        ("Competition__c", known.Competition),
        ("Budget__c", known.Budget),
    ];

    /// <summary>The approval on record is the service's own; the org is one in which it has been at work for a while.</summary>
    private static (string, object?)[] Gate(PovPlan pov) =>
    [
        ("POV_Requested_On__c", pov.RequestedOn),
        ("POV_Start__c", pov.Start),
        ("POV_End__c", pov.End),
        ("POV_SE__c", pov.Engineer?.Id),
        ("SalesRules_POV_Gate__c", pov.ApprovedOn is null ? null : "Approved"),
        ("SalesRules_POV_Gate_Path__c", pov.ApprovedOn is null ? null : "Standard"),
        ("SalesRules_POV_Approved_On__c", pov.ApprovedOn is { } on ? new DateTimeOffset(on, new TimeOnly(18, 0), TimeSpan.Zero) : null),
    ];

    private static (string, object?)[] Hold(ForecastHold? hold) => hold is null ? [] :
    [
        ("Forecast_Hold__c", hold.Category),
        ("Forecast_Hold_Set_On__c", hold.SetOn),
        ("Forecast_Hold_Until__c", hold.Until),
        ("Forecast_Hold_Reason__c", hold.Reason),
        ("Forecast_Hold_By__c", hold.By.Id),
    ];

    private static (string, object?)[] Ending(Deal deal) =>
    [
        ("Kickoff_On__c", deal.IsWon ? SampleCalendar.Workday(deal.CloseDate.AddDays(1)) : null),
        ("Renewal_Of__c", deal.RenewalOf?.Id),
        .. deal.Motion == Motion.Renewal ? Renewal(deal) : [],
    ];

    private static (string, object?)[] Renewal(Deal deal) =>
    [
        ("CSM_View__c", "Green"),
        ("Switching_Cost_Validated_On__c", deal.Scoring?.Scores.Quantify == 2 ? deal.Scoring.On : null),
        ("Performance_File__c", $"https://files.example/performance/{deal.Id}"),
    ];

    private static string About(string text, Deal deal, Chance chance) =>
        string.Format(CultureInfo.InvariantCulture, text, chance.Pick(deal.Customer.People).Name);
}
