using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests;

/// <summary>A deal with everything that the rules ask for, but for scores, a forecast and a POV: those are a test's own.</summary>
internal static class SoundDeal
{
    private static readonly SalesforceId Account = SalesforceId.Parse("001xx000003DGb2AAG");
    private static readonly SalesforceId Champion = SalesforceId.Parse("003xx000004TmiQAAS");
    private static readonly SalesforceId Buyer = SalesforceId.Parse("003xx000004TmiRAAS");

    public static IReadOnlyList<CustomerContact> Contacts { get; } =
        [new(Champion, Account, ADeal.Today), new(Buyer, Account, ADeal.Today)];

    public static Opportunity InStage(string? stage) => new()
    {
        Id = ADeal.Id,
        Name = "Acme",
        AccountId = Account,
        AccountOwnerId = ADeal.Director,
        OwnerId = ADeal.Owner,
        OwnerIsActive = true,
        OwnerManagerId = ADeal.Manager,
        Amount = 50_000,
        StageName = stage,
        Type = "New Business",
        LeadSource = "Referral",
        CloseDate = ADeal.Today.AddDays(14),
        PushCount = 0,
        LastActivityDate = ADeal.Today,
        Segment = "Midmarket",
        NextStep = "Review the results with the CFO",
        NextStepDate = ADeal.Today.AddDays(3),
        NextStepOwner = ADeal.Owner,
        OutcomeEvidence = "Said by the CFO",
        MapsEvidence = "Org chart",
        InsightEvidence = "Workshop notes",
        QuantifyEvidence = "Business case",
        LeadershipEvidence = "Meeting with the CEO",
        MetricsBaseline = "12 days to close the books",
        MetricsTarget = "5 days",
        MetricsSuccessCriterion = "Two closes in a row in 5 days",
        EconomicBuyer = Buyer,
        EconomicBuyerLevel = "CFO",
        EconomicBuyerMetOn = ADeal.Today,
        DecisionCriteria = "Speed, audit trail, price",
        DecisionScorecardWins = 9,
        DecisionProcess = "CFO decides after the steering committee",
        DecisionExpectedOn = ADeal.Today.AddDays(10),
        PaperProcess = "Legal, procurement, CFO",
        MsaSentOn = ADeal.Today,
        LegalStatus = "Agreed",
        SignatureExpectedOn = ADeal.Today.AddDays(14),
        ProcurementOwner = Buyer,
        Pain = "Audit findings two years in a row",
        PainScore = 9,
        Champion = Champion,
        ChampionConfirmedOn = ADeal.Today,
        Competition = "A spreadsheet",
        MutualActionPlan = "https://example.com/plan",
        MutualActionPlanCriterion = "First close in 5 days",
        MutualActionPlanNextDue = ADeal.Today.AddDays(5),
        CloseDateReviewedOn = ADeal.Today,
        Blocker = "Legal Redline",
        DeskDecision = "Approve",
        DeskDecisionBy = ADeal.Director,
        DeskDecisionOn = ADeal.Today,
        KickoffOn = ADeal.Today.AddDays(20),
        SwitchingCostValidatedOn = ADeal.Today,
        PerformanceFile = "https://example.com/performance",
        GateFitAndAccess = "Pass",
        GateProblemAndImpact = "Pass",
        GateDecisionProcess = "Pass",
        GateTimingAndPriority = "Pass",
        GateCommercialFit = "Pass",
        GateMutualNextStep = "Pass",
    };
}
