using System.Globalization;
using System.Text.Json.Nodes;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>What people do to an org on one day of a quarter.</summary>
internal static class QuarterWork
{
    private static readonly string[] Stages = ["Qualification", "Discovery", "Technical Deep-Dive", "POV", "Proposal", "Negotiation", "Closed Won", "Closed Lost"];
    private static readonly string[] Scores = ["MIQL_Outcome__c", "MIQL_Maps__c", "MIQL_Insight__c", "MIQL_Quantify__c", "MIQL_Leadership__c"];

    /// <summary>Edits, each of one open deal, and now and then a new deal.</summary>
    /// <param name="edits">Null: about every twentieth open deal changes in a day.</param>
    public static async Task DoAsync(TestOrg org, OrgClock clock, Random chance, int? edits = null)
    {
        var open = (await org.Person.QueryAllAsync("SELECT Id FROM Opportunity WHERE IsClosed = false ORDER BY Id"))
            .Select(record => SalesforceId.Parse(record.GetProperty("Id").GetString()!)).ToList();
        for (var edit = 0; edit < (edits ?? Math.Max(1, open.Count / 20)); edit++)
            await org.Person.EditAsync(open[chance.Next(open.Count)], Edit(clock, chance));
        if (chance.Next(3) == 0)
            await org.Person.CreateCommitWithoutLeadershipAsync(Stages[chance.Next(5)]);
    }

    private static JsonObject Edit(OrgClock clock, Random chance)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        string Day(int from, int to) => today.AddDays(chance.Next(from, to)).ToString("O", CultureInfo.InvariantCulture);
        return chance.Next(8) switch
        {
            0 or 1 or 2 => new JsonObject { [Scores[chance.Next(Scores.Length)]] = chance.Next(3) },
            3 => new JsonObject { ["StageName"] = Stages[chance.Next(Stages.Length)] },
            4 => new JsonObject { ["CloseDate"] = Day(-5, 90) },
            5 => new JsonObject { ["POV_Start__c"] = Day(-30, 0), ["POV_End__c"] = Day(0, 25) },
            6 => new JsonObject { ["Economic_Buyer_Met_On__c"] = Day(-120, 0) },
            _ => new JsonObject { ["Amount"] = chance.Next(10, 500) * 1000 },
        };
    }
}
