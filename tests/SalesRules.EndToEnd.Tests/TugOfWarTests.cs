using System.Text.Json.Nodes;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A field that someone keeps setting back is left alone after the policy's rounds, and the actor is named.</summary>
public class TugOfWarTests
{
    private static readonly JsonObject BackToCommit = new() { ["ForecastCategoryName"] = "Commit" };

    [Test]
    public async Task The_third_correction_is_the_last_and_the_actor_is_named()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        for (var round = 1; round <= 3; round++)
        {
            await org.RunAsync();
            Assert.That(await CategoryAsync(org, deal), Is.EqualTo("Best Case"), $"round {round}");
            await org.Person.EditAsync(deal, (JsonObject)BackToCommit.DeepClone());
        }

        var fourth = await org.RunAsync();

        var after = await org.Person.ReadAsync(deal);
        Assert.That(after.GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Commit"));
        Assert.That(after.GetProperty("SalesRules_Findings__c").GetString(), Does.Contain("override.tug-of-war").And.Contain("3 times").And.Contain("last by 005"));
        Assert.That(fourth.Rules.Flagged.Keys, Does.Contain("override.tug-of-war"));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero, "and then there is rest");
    }

    [Test]
    public async Task New_evidence_begins_anew()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        for (var round = 1; round <= 3; round++)
        {
            await org.RunAsync();
            await org.Person.EditAsync(deal, (JsonObject)BackToCommit.DeepClone());
        }

        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Maps__c"] = 2 });
        await org.RunAsync();
        await org.RunAsync();

        Assert.That(await CategoryAsync(org, deal), Is.EqualTo("Best Case"), "the score changed: the correction rests on other evidence");
    }

    private static async Task<string?> CategoryAsync(TestOrg org, SalesforceId deal) =>
        (await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString();
}
