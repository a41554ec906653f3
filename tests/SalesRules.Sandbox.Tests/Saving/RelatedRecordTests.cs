using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Saving;

/// <summary>Tasks, events, contact roles and scores around an opportunity.</summary>
public sealed class RelatedRecordTests : WireTests
{
    [Test]
    public async Task A_task_has_its_defaults_and_the_account_of_its_deal()
    {
        var account = await Org.Insert("Account", """{"Name":"Acme"}""");
        var deal = await Org.InsertDeal($"\"AccountId\":\"{account}\"");
        var task = await Org.Insert("Task", $$"""{"Subject":"Call","WhatId":"{{deal}}"}""");

        Assert.That((await Org.Data("GET", $"sobjects/Task/{task}?fields=Status,Priority,IsClosed,IsHighPriority,TaskSubtype,AccountId,OwnerId,CompletedDateTime")).Text, Does.Contain(
            $$""","Status":"Not Started","Priority":"Normal","IsClosed":false,"IsHighPriority":false,"TaskSubtype":"Task","AccountId":"{{account}}","OwnerId":"{{Org.Org.AdminUserId}}","CompletedDateTime":null"""));
    }

    [Test]
    public async Task Completing_a_task_closes_it_and_reopening_forgets_when()
    {
        var task = await Org.Insert("Task", """{"Subject":"Call","Priority":"High"}""");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        await Org.Data("PATCH", $"sobjects/Task/{task}", """{"Status":"Completed"}""");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        await Org.Data("PATCH", $"sobjects/Task/{task}", """{"Description":"later"}""");

        Assert.That((await Org.Data("GET", $"sobjects/Task/{task}?fields=IsClosed,IsHighPriority,CompletedDateTime")).Text, Does.Contain(
            ""","IsClosed":true,"IsHighPriority":true,"CompletedDateTime":"2026-03-02T09:31:00.000+0000"""));
        await Org.Data("PATCH", $"sobjects/Task/{task}", """{"Status":"In Progress"}""");
        Assert.That(await Org.Field("Task", task, "CompletedDateTime"), Is.EqualTo("null"));
    }

    [Test]
    public async Task A_deal_shows_its_activities_without_being_stamped()
    {
        var deal = await Org.InsertDeal();
        Assert.That(await Activity(deal), Is.EqualTo("false,false,null"));
        Org.AdvanceToNewSession(TimeSpan.FromDays(1));
        var task = await Org.Insert("Task", $$"""{"Subject":"Call","WhatId":"{{deal}}","ActivityDate":"2026-03-02"}""");
        Assert.That(await Activity(deal), Is.EqualTo("true,true,null"));
        await Org.Data("PATCH", $"sobjects/Task/{task}", """{"Status":"Completed"}""");
        Assert.That(await Activity(deal), Is.EqualTo("false,false,\"2026-03-02\""));
        await Org.Insert("Event", $$"""{"Subject":"Demo","WhatId":"{{deal}}","StartDateTime":"2026-03-05T10:00:00Z","DurationInMinutes":30}""");
        Assert.That(await Activity(deal), Does.StartWith("true,false,"));
        Assert.That(await Org.Field("Opportunity", deal, "SystemModstamp"), Is.EqualTo("\"2026-03-02T09:30:00.000+0000\""));
    }

    [Test]
    public async Task A_lead_cannot_stand_beside_another_record()
    {
        var lead = await Org.Insert("Lead", """{"LastName":"L","Company":"Acme"}""");
        var deal = await Org.InsertDeal();

        var reply = await Org.Data("POST", "sobjects/Task", $$"""{"Subject":"Call","WhoId":"{{lead}}","WhatId":"{{deal}}"}""");

        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("FIELD_INTEGRITY_EXCEPTION"));
    }

    [Test]
    public async Task A_new_primary_contact_takes_the_mark_from_the_old_one()
    {
        var (anna, bert) = (await Org.Insert("Contact", """{"FirstName":"Anna","LastName":"A"}"""), await Org.Insert("Contact", """{"LastName":"B"}"""));
        var deal = await Org.InsertDeal($"\"ContactId\":\"{anna}\"");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        await Org.Insert("OpportunityContactRole", $$"""{"OpportunityId":"{{deal}}","ContactId":"{{bert}}","Role":"Decision Maker","IsPrimary":true}""");

        var roles = Org.Org.Read(store => store["OpportunityContactRole"].Scan().Select(role => (role["ContactId"], role["IsPrimary"])).ToList());

        Assert.That(roles, Is.EqualTo(new[] { ((object?)anna, (object?)false), (bert, true) }));
        Assert.That(await Org.Field("Opportunity", deal, "ContactId"), Is.EqualTo($"\"{bert}\""));
        Assert.That(await Org.Field("Opportunity", deal, "SystemModstamp"), Is.EqualTo("\"2026-03-02T09:30:00.000+0000\""));
        Assert.That(await Org.Field("Contact", anna, "Name"), Is.EqualTo("\"Anna A\""));
    }

    [Test]
    public async Task Deleting_a_deal_deletes_its_details_and_clears_lookups_to_it()
    {
        var deal = await Org.InsertDeal();
        var renewal = await Org.InsertDeal($"\"Renewal_Of__c\":\"{deal}\"");
        var score = await Org.Insert("MIQL_Score__c", $$"""{"Opportunity__c":"{{deal}}","Outcome__c":2}""");
        var task = await Org.Insert("Task", $$"""{"Subject":"Call","WhatId":"{{deal}}"}""");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));

        await Org.Data("DELETE", $"sobjects/Opportunity/{deal}");

        Assert.That((await Org.Data("GET", $"sobjects/MIQL_Score__c/{score}")).Text, Does.Contain("ENTITY_IS_DELETED"));
        Assert.That((await Org.Data("GET", $"sobjects/Task/{task}")).Text, Does.Contain("ENTITY_IS_DELETED"));
        Assert.That(await Org.Field("Opportunity", renewal, "Renewal_Of__c"), Is.EqualTo("null"));
        Assert.That(await Org.Field("Opportunity", renewal, "SystemModstamp"), Is.EqualTo("\"2026-03-02T09:31:00.000+0000\""));
    }

    [Test]
    public async Task Scores_are_numbered_and_belong_to_their_deal()
    {
        var deal = await Org.InsertDeal();
        await Org.Insert("MIQL_Score__c", $$"""{"Opportunity__c":"{{deal}}"}""");
        var second = await Org.Insert("MIQL_Score__c", $$"""{"Opportunity__c":"{{deal}}"}""");
        var other = await Org.InsertDeal();

        Assert.That(await Org.Field("MIQL_Score__c", second, "Name"), Is.EqualTo("\"MS-000002\""));
        Assert.That((await Org.Data("POST", "sobjects/MIQL_Score__c", "{}")).Text, Does.Contain("Required fields are missing: [Opportunity__c]"));
        Assert.That((await Org.Data("PATCH", $"sobjects/MIQL_Score__c/{second}", $$"""{"Opportunity__c":"{{other}}"}""")).Text, Does.Contain("INVALID_FIELD_FOR_INSERT_UPDATE"));
        Assert.That(Org.Org.Schema["MIQL_Score__c"].FindField("OwnerId"), Is.Null);
    }

    [Test]
    public async Task The_total_is_computed_when_read_and_blank_until_all_pillars_are_scored()
    {
        var deal = await Org.InsertDeal("\"MIQL_Outcome__c\":2,\"MIQL_Maps__c\":1,\"MIQL_Insight__c\":2,\"MIQL_Quantify__c\":0");
        Assert.That(await Org.Field("Opportunity", deal, "MIQL_Total__c"), Is.EqualTo("null"));

        await Org.Data("PATCH", $"sobjects/Opportunity/{deal}", """{"MIQL_Leadership__c":1}""");

        Assert.That(await Org.Field("Opportunity", deal, "MIQL_Total__c"), Is.EqualTo("6.0"));
    }

    private async Task<string> Activity(string deal)
    {
        var row = (await Org.Data("GET", $"sobjects/Opportunity/{deal}?fields=HasOpenActivity,HasOverdueTask,LastActivityDate")).Json;
        return string.Join(',', row.EnumerateObject().Skip(1).Take(3).Select(member => member.Value.GetRawText()));
    }
}
