using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

/// <summary>What can be reached from a row or without one: parents, children, what is recent, how many there are.</summary>
public sealed class RelatedRowsTests : WireTests
{
    [Test]
    public async Task The_parent_of_a_row_is_shown_as_a_row()
    {
        var account = await Org.Insert("Account", """{"Name":"Acme"}""");
        var deal = await Org.InsertDeal($"\"AccountId\":\"{account}\"");

        var reply = await Org.Data("GET", $"sobjects/Opportunity/{deal}/account?fields=Name");

        Assert.That(reply.Text, Is.EqualTo(
            $$"""{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{account}}"},"Name":"Acme","Id":"{{account}}"}"""));
        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{deal}/Owner?fields=Username")).Json.GetProperty("Username").GetString(),
            Is.EqualTo("admin@sandbox.example"));
    }

    [Test]
    public async Task The_children_of_a_row_are_shown_as_a_result()
    {
        var account = await Org.Insert("Account", """{"Name":"Acme"}""");
        await Org.InsertDeal($"\"AccountId\":\"{account}\"");
        await Org.InsertDeal();

        var result = (await Org.Data("GET", $"sobjects/Account/{account}/Opportunities?fields=Name,StageName")).Json;

        Assert.That((result.GetProperty("totalSize").GetInt32(), result.GetProperty("done").GetBoolean()), Is.EqualTo((1, true)));
        Assert.That(result.GetProperty("records")[0].GetProperty("StageName").GetString(), Is.EqualTo("Discovery"));
        Assert.That((await Org.Data("GET", $"sobjects/Account/{account}/Contacts")).Json.GetProperty("totalSize").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task A_deal_names_its_campaign_and_its_price_book()
    {
        var campaign = await Org.Insert("Campaign", """{"Name":"Spring tour","IsActive":true}""");
        var book = await Org.Insert("Pricebook2", """{"Name":"EMEA","IsActive":true}""");
        var deal = await Org.InsertDeal($"\"CampaignId\":\"{campaign}\",\"Pricebook2Id\":\"{book}\"");

        var row = (await Org.Data("GET", $"query?q=SELECT+Campaign.Name,Pricebook2.Name+FROM+Opportunity+WHERE+Id='{deal}'")).Json.GetProperty("records")[0];

        Assert.That(row.GetProperty("Campaign").GetProperty("Name").GetString(), Is.EqualTo("Spring tour"));
        Assert.That(row.GetProperty("Pricebook2").GetProperty("Name").GetString(), Is.EqualTo("EMEA"));
        Assert.That((await Org.Data("DELETE", $"sobjects/Campaign/{campaign}")).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [TestCase("Account", Description = "The lookup is empty.")]
    [TestCase("Nope__r")]
    public async Task What_is_not_there_is_not_found(string relationship) =>
        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{await Org.InsertDeal()}/{relationship}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Recent_rows_come_newest_first_and_no_more_than_asked_for()
    {
        await Org.Insert("Account", """{"Name":"Old"}""");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        await Org.InsertDeal();

        var recent = (await Org.Data("GET", "recent?limit=2")).Json;

        Assert.That(recent.EnumerateArray().Select(row => row.GetProperty("Name").GetString()), Is.EqualTo(new[] { "Acme", "Old" }));
        Assert.That(recent[0].GetProperty("attributes").GetProperty("type").GetString(), Is.EqualTo("Opportunity"));
    }

    [Test]
    public async Task Rows_are_counted_by_object()
    {
        await Org.InsertDeal();

        Assert.That((await Org.Data("GET", "limits/recordCount?sObjects=Opportunity,Nope__c,Account")).Text,
            Is.EqualTo("""{"sObjects":[{"count":0,"name":"Account"},{"count":1,"name":"Opportunity"}]}"""));
    }
}
