using System.Text.Json.Nodes;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;

namespace SalesRules.EndToEnd.Tests;

/// <summary>The figures of an org against what the org itself counts, and against what a person did in it.</summary>
public class PortfolioTests
{
    [Test]
    public async Task What_a_person_did_since_the_review_shows_and_the_sums_are_the_orgs()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 300);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["ForecastCategoryName"] = "Best Case" });
        await org.Person.EditAsync(deal, new JsonObject { ["ForecastCategoryName"] = "Commit" });
        await using var workplace = await org.OpenAsync(JournalUse.Read);
        var today = BusinessDate.Today(TimeProvider.System, workplace.Policy);
        var callsBefore = org.Server.ApiCalls;

        var reading = await workplace.Get<PortfolioRun>().ReadAsync(today, today.AddDays(-1), Slicing.Team, _ => { }, default);

        var calls = org.Server.ApiCalls - callsBefore;
        var open = (await org.Person.QueryAsync("SELECT COUNT(Id) deals, SUM(Amount) amount FROM Opportunity WHERE IsClosed = false")).Single();
        var whole = reading.Report.Whole;
        Assert.That((whole.Deals.Open.Deals, whole.Deals.Open.Amount), Is.EqualTo((open.GetProperty("deals").GetInt32(), open.GetProperty("amount").GetDecimal())));
        Assert.That(whole.Deals.WithoutHistory, Is.Zero);
        Assert.That(whole.Movement.Closing.Deals, Is.EqualTo(whole.Deals.Open.Deals));

        var moved = whole.Movement.Deals.Single(movement => movement.Deal.Id == deal);
        Assert.That(moved.Moves.Select(move => move.Kind), Is.EqualTo([MovementKind.New, MovementKind.Lowered, MovementKind.Raised]));
        Assert.That(moved.RoundTrips.Single().Values, Is.EqualTo(["Commit", "Best Case", "Commit"]));
        Assert.That(reading.Report.Slices.Sum(slice => slice.Deals.Deals), Is.EqualTo(whole.Deals.Deals));
        Assert.That((reading.Problems, reading.Drift.Count), Is.EqualTo((Array.Empty<string>(), 0)));
        Assert.That(calls, Is.LessThanOrEqualTo(2 + 1 + 1 + 2), "describes, users, one page of deals, its histories");
    }
}
