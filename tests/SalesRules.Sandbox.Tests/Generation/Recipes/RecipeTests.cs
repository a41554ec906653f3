using SalesRules.Sandbox.Generation.Recipes;

namespace SalesRules.Sandbox.Tests.Generation.Recipes;

/// <summary>Each recipe's deals are in the condition that its rules speak of.</summary>
public sealed class RecipeTests
{
    private static readonly DateOnly Today = CollectedOrg.Today;
    private static readonly DateOnly QuarterEnd = new(2026, 6, 30);
    private static readonly CollectedOrg Org = CollectedOrg.Default;

    private static IEnumerable<TestCaseData> Conditions()
    {
        yield return Case(Recipe.PillarOutOfRange, deal => deal.Pillars.Any(pillar => pillar > 2));
        yield return Case(Recipe.ScoreWithoutEvidence, deal => deal.Pillar("Outcome") == 2 && deal["MIQL_Outcome_Evidence__c"] is null);
        yield return Case(Recipe.EvidenceOlderThanScore, deal => Changed(deal, "MIQL_Quantify__c") && !Changed(deal, "MIQL_Quantify_Evidence__c"));
        yield return Case(Recipe.StageOutsideTheList, deal => deal["StageName"] is "Verbal Agreement" && IsOpen(deal));
        yield return Case(Recipe.TypeOutsideTheMap, deal => deal["Type"] is "Partner Resale");
        yield return Case(Recipe.TypeMissing, deal => deal["Type"] is null);

        yield return Case(Recipe.CommitWithoutScore, deal => InCommit(deal) && deal.Pillars.All(pillar => pillar is null));
        yield return Case(Recipe.BestCaseHalfScored, deal => InBestCase(deal) && deal.Pillars.Count(pillar => pillar is null) == 1);
        yield return Case(Recipe.CommitWithoutLeadership, deal => InCommit(deal) && deal.Pillars.Sum() == 9 && deal.Pillar("Leadership") == 1);
        yield return Case(Recipe.CommitWithoutOutcome, deal => InCommit(deal) && deal.Pillars.Sum() == 9 && deal.Pillar("Outcome") == 1);
        yield return Case(Recipe.CommitBelowEight, deal => InCommit(deal) && deal.Pillars.Sum() == 7);
        yield return Case(Recipe.BestCaseBelowSix, deal => InBestCase(deal) && deal.Pillars.Sum() == 5);
        yield return Case(Recipe.PipelineDespiteStrongScore, deal => InPipeline(deal) && deal.Pillars.Sum() >= 8);
        yield return Case(Recipe.CommitOutsideQuarter, deal => InCommit(deal) && deal.Date("CloseDate") > QuarterEnd);
        yield return Case(Recipe.CommitAtSixtyPercent, deal => InCommit(deal) && deal["Probability"] is 60m);
        yield return Case(Recipe.OmittedAtSixtyPercent, deal => deal["ForecastCategoryName"] is "Omitted" && deal["Probability"] is 60m);
        yield return Case(Recipe.WonOutsideClosed, deal => deal["IsWon"] is true && InCommit(deal));
        yield return Case(Recipe.LostOutsideOmitted, deal => deal["StageName"] is "Closed Lost" && InPipeline(deal));

        yield return Case(Recipe.PovDeferredBeforeEntry, deal => deal["StageName"] is "Technical Deep-Dive" && Deferred(deal));
        yield return Case(Recipe.PovRequestedEarly, deal => deal["StageName"] is "Discovery" && Deferred(deal) && deal["POV_Requested_On__c"] is not null);
        yield return Case(Recipe.PovWithConditions, deal => !Deferred(deal) && deal.Pillars.Sum() is 6 or 7 && deal.Pillar("Maps") == 1);
        yield return Case(Recipe.PovExecutiveLed, deal => !Deferred(deal) && deal.Pillars.Sum() is 6 or 7 && deal.Pillar("Maps") == 0);
        yield return Case(Recipe.PovWithoutApproval, deal => InPov(deal) && Deferred(deal) && !Approved(deal) && Passed(deal, "Technical Deep-Dive"));
        yield return Case(Recipe.PovWithoutApprovalOrPast, deal => InPov(deal) && Deferred(deal) && !Approved(deal) && !Passed(deal, "Technical Deep-Dive"));
        yield return Case(Recipe.PovStartedBeforeStage, deal => deal["StageName"] is "Technical Deep-Dive" && deal.Date("POV_Start__c") <= Today);
        yield return Case(Recipe.PovEngineerAssignedEarly, deal => deal["StageName"] is "Discovery" && deal["POV_SE__c"] is not null);
        yield return Case(Recipe.PovScoreDropped, deal => InPov(deal) && Approved(deal) && Deferred(deal));
        yield return Case(Recipe.PastPovWithoutApproval, deal => deal["StageName"] is "Proposal" && Passed(deal, "POV") && !Approved(deal));
        yield return Case(Recipe.PovEnteredLongAgo, deal => InPov(deal) && deal.Moment("LastStageChangeDate").Year <= Today.Year - 1);
        yield return Case(Recipe.PovWithoutDates, deal => InPov(deal) && Approved(deal) && deal["POV_Start__c"] is null && deal["POV_SE__c"] is null);
        yield return Case(Recipe.PovTooLong, deal => deal.Date("POV_End__c")!.Value.DayNumber - deal.Date("POV_Start__c")!.Value.DayNumber > 60);
        yield return Case(Recipe.PovDeferralStale, deal => Deferred(deal) && deal.Date("MIQL_Scored_On__c") == Today.AddDays(-30));
        yield return Case(Recipe.PovWaitingForCapacity, deal => InPov(deal) && Approved(deal) && !Deferred(deal) && deal.Date("POV_Start__c") > Today);

        yield return Case(Recipe.CommitHeldByManager, deal => Held(deal) && HolderManagesOwner(deal) && HoldDays(deal) <= 14 && HasReason(deal));
        yield return Case(Recipe.HoldExpired, deal => deal.Date("Forecast_Hold_Until__c") == Today.AddDays(-1) && HoldDays(deal) <= 14);
        yield return Case(Recipe.HoldByOwner, deal => Held(deal) && Equals(deal["Forecast_Hold_By__c"], deal["OwnerId"]));
        yield return Case(Recipe.HoldByOutsider, deal => Held(deal) && !HolderManagesOwner(deal) && !Equals(deal["Forecast_Hold_By__c"], deal["OwnerId"]));
        yield return Case(Recipe.HoldWithoutReason, deal => Held(deal) && HolderManagesOwner(deal) && !HasReason(deal));
        yield return Case(Recipe.HoldTooLong, deal => Held(deal) && HolderManagesOwner(deal) && HoldDays(deal) > 14);
        yield return Case(Recipe.HoldWithoutEnd, deal => deal["Forecast_Hold__c"] is "Commit" && deal["Forecast_Hold_Until__c"] is null);

        yield return Case(Recipe.RenewalOnInheritedScores, deal => IsRenewal(deal) && Org.Children(deal, "MIQL_Score__c", "Opportunity__c").Last()["Source__c"] is "Inherited");
        yield return Case(Recipe.RenewalSponsorSilent, deal => IsRenewal(deal) && deal.Pillar("Leadership") == 0);
        yield return Case(Recipe.RenewalWeakSwitchingCost, deal => IsRenewal(deal) && deal.Pillar("Quantify") == 1);
        yield return Case(Recipe.RenewalWithExpansionLead, deal => IsRenewal(deal) && deal.Pillars.Sum() >= 8 && deal.Pillar("Insight") == 2);

        yield return Case(Recipe.CloseDatePast, deal => IsOpen(deal) && deal.Date("CloseDate") < Today);
        yield return Case(Recipe.PushedFourTimes, deal => deal["PushCount"] is 4m);
        yield return Case(Recipe.Forgotten, deal => deal.Date("LastActivityDate") < Today.AddDays(-30) && deal.Date("Next_Step_Date__c") < Today);
        yield return Case(Recipe.LowPain, deal => (decimal?)deal["Pain_Score__c"] < 7);
        yield return Case(Recipe.NegotiationWithoutChampion, deal => deal["Champion__c"] is null && deal["Procurement_Owner__c"] is null);
        yield return Case(Recipe.PovOverdue, deal => InPov(deal) && deal.Date("POV_End__c") < Today);
    }

    [TestCaseSource(nameof(Conditions))]
    public void Leaves_every_deal_in_the_condition_its_rules_speak_of(Recipe recipe, Func<GeneratedRecord, bool> condition)
    {
        var deals = Org.Deals(recipe).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deals, Is.Not.Empty);
            Assert.That(deals.Where(deal => !condition(deal)), Is.Empty);
        }
    }

    [Test]
    public void Every_recipe_has_its_condition_stated_here() =>
        Assert.That(Conditions().Select(test => test.Arguments[0]), Is.EquivalentTo(RecipeBook.All));

    private static TestCaseData Case(Recipe recipe, Func<GeneratedRecord, bool> condition) =>
        new TestCaseData(recipe, condition).SetArgDisplayNames(recipe.Name);

    private static bool IsOpen(GeneratedRecord deal) => deal["IsClosed"] is false;

    private static bool IsRenewal(GeneratedRecord deal) => deal["Type"] is "Renewal" && deal["Renewal_Of__c"] is not null;

    private static bool InCommit(GeneratedRecord deal) => deal["ForecastCategoryName"] is "Commit";

    private static bool InBestCase(GeneratedRecord deal) => deal["ForecastCategoryName"] is "Best Case";

    private static bool InPipeline(GeneratedRecord deal) => deal["ForecastCategoryName"] is "Pipeline";

    private static bool InPov(GeneratedRecord deal) => deal["StageName"] is "POV";

    private static bool Approved(GeneratedRecord deal) => deal["SalesRules_POV_Approved_On__c"] is not null;

    private static bool Deferred(GeneratedRecord deal) =>
        deal.Pillar("Outcome") != 2 || deal.Pillar("Quantify") != 2 || !(deal.Pillars.Sum() >= 6)
        || (deal.Pillar("Maps") == 0 && deal.Pillar("Leadership") != 2);

    private static bool Passed(GeneratedRecord deal, string stage) =>
        Org.Children(deal, "OpportunityHistory").Any(row => Equals(row["StageName"], stage));

    private static bool Changed(GeneratedRecord deal, string field) =>
        Org.Children(deal, "OpportunityFieldHistory").Any(row => Equals(row["Field"], field));

    private static bool Held(GeneratedRecord deal) => deal["Forecast_Hold__c"] is "Commit" && deal.Date("Forecast_Hold_Until__c") >= Today;

    private static int HoldDays(GeneratedRecord deal) =>
        deal.Date("Forecast_Hold_Until__c")!.Value.DayNumber - deal.Date("Forecast_Hold_Set_On__c")!.Value.DayNumber;

    private static bool HasReason(GeneratedRecord deal) => deal["Forecast_Hold_Reason__c"] is string { Length: > 0 };

    private static bool HolderManagesOwner(GeneratedRecord deal)
    {
        var managers = Org.Of("User").ToDictionary(user => user.Id, user => user["ManagerId"] as string);
        for (var user = managers[(string)deal["OwnerId"]!]; user is not null; user = managers[user])
        {
            if (user == (string)deal["Forecast_Hold_By__c"]!)
                return true;
        }
        return false;
    }
}
