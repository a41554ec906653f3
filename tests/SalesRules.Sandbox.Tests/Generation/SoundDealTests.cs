namespace SalesRules.Sandbox.Tests.Generation;

/// <summary>Deals without a recipe break none of the forecast, gate and override rules. The rules are restated here on purpose.</summary>
public sealed class SoundDealTests
{
    private static readonly CollectedOrg Org = CollectedOrg.Default;
    private static readonly GeneratedRecord[] Open = [.. Org.SoundDeals().Where(deal => deal["IsClosed"] is false)];

    [Test]
    public void There_are_many_of_them() => Assert.That(Org.SoundDeals().Count(), Is.GreaterThan(350));

    [Test]
    public void Every_category_is_exactly_what_the_scores_allow()
    {
        foreach (var deal in Open.Where(deal => deal["ForecastCategoryName"] is not "Omitted"))
            Assert.That(deal["ForecastCategoryName"], Is.EqualTo(Ceiling(deal.Pillars)), deal.ToString());
    }

    [Test]
    public void Every_pillar_above_zero_has_evidence()
    {
        foreach (var deal in Open)
        {
            foreach (var pillar in (string[])["Outcome", "Maps", "Insight", "Quantify", "Leadership"])
                Assert.That(deal.Pillar(pillar) is not > 0 || deal[$"MIQL_{pillar}_Evidence__c"] is string, Is.True, deal.ToString());
        }
    }

    [Test]
    public void Every_probability_is_in_the_band_of_its_category()
    {
        foreach (var deal in Open)
        {
            var (low, high) = deal["ForecastCategoryName"] switch
            {
                "Commit" => (90, 100),
                "Best Case" => (70, 100),
                "Pipeline" => (30, 70),
                _ => (0, 29),
            };
            Assert.That((decimal)deal["Probability"]!, Is.InRange(low, high), deal.ToString());
        }
    }

    [Test]
    public void Closed_deals_are_in_the_category_of_their_stage()
    {
        foreach (var deal in Org.SoundDeals().Where(deal => deal["IsClosed"] is true))
            Assert.That(deal["ForecastCategoryName"], Is.EqualTo(deal["IsWon"] is true ? "Closed" : "Omitted"));
    }

    [Test]
    public void Before_the_POV_nobody_asked_for_one_and_the_scores_pass()
    {
        var before = Open.Where(deal => deal["StageName"] is "Qualification" or "Discovery" or "Technical Deep-Dive").ToArray();
        using (Assert.EnterMultipleScope())
        {
            foreach (var field in (string[])["POV_Requested_On__c", "POV_Start__c", "POV_SE__c"])
                Assert.That(before.Select(deal => deal[field]), Is.All.Null, field);
            Assert.That(before.Where(deal => deal["StageName"] is "Technical Deep-Dive").Select(IsApproved), Is.All.True);
        }
    }

    [Test]
    public void In_the_POV_there_is_an_approval_a_plan_and_an_engineer()
    {
        foreach (var deal in Open.Where(deal => deal["StageName"] is "POV"))
        {
            Assert.That(IsApproved(deal), Is.True);
            Assert.That(deal["SalesRules_POV_Approved_On__c"], Is.Not.Null);
            Assert.That(deal["POV_SE__c"], Is.Not.Null);
            Assert.That(deal.Date("POV_End__c")!.Value.DayNumber - deal.Date("POV_Start__c")!.Value.DayNumber, Is.InRange(1, 60));
        }
    }

    [Test]
    public void Past_the_POV_the_approval_is_on_record()
    {
        var past = Open.Where(deal => deal["StageName"] is "Proposal" or "Negotiation" && deal["Type"] is not "Renewal").ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(past, Is.Not.Empty);
            Assert.That(past.Select(deal => deal["SalesRules_POV_Approved_On__c"]), Is.All.Not.Null);
        }
    }

    [Test]
    public void Nobody_holds_a_category() =>
        Assert.That(Org.SoundDeals().Select(deal => deal["Forecast_Hold__c"]), Is.All.Null);

    [Test]
    public void Every_open_deal_was_worked_on_lately_with_two_people()
    {
        var meetings = Org.Of("Event").Concat(Org.Of("Task").Where(task => task["Status"] is "Completed")).ToLookup(activity => activity["WhatId"]);
        foreach (var deal in Open)
        {
            Assert.That(meetings[deal.Id].Select(activity => activity["WhoId"]).Distinct().Count(), Is.EqualTo(2));
            Assert.That(meetings[deal.Id].Max(activity => activity.Date("ActivityDate")), Is.GreaterThanOrEqualTo(CollectedOrg.Today.AddDays(-14)));
        }
    }

    private static string Ceiling(int?[] pillars) => pillars.Sum() switch
    {
        _ when pillars.Contains(null) => "Pipeline",
        >= 8 when pillars[0] == 2 && pillars[4] == 2 => "Commit",
        >= 6 => "Best Case",
        _ => "Pipeline",
    };

    private static bool IsApproved(GeneratedRecord deal) =>
        deal.Pillar("Outcome") == 2 && deal.Pillar("Quantify") == 2 && deal.Pillars.Sum() >= 8
        && (deal.Pillar("Maps") >= 1 || deal.Pillar("Leadership") == 2);
}
