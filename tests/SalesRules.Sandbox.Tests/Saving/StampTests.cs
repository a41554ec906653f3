using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Saving;

public sealed class StampTests : WireTests
{
    [Test]
    public async Task A_save_that_changes_nothing_still_moves_the_stamps()
    {
        var id = await Org.InsertDeal();
        Org.Clock.Advance(TimeSpan.FromMilliseconds(2700));

        await Org.Data("PATCH", $"sobjects/Opportunity/{id}", "{}");

        var row = (await Org.Data("GET", $"sobjects/Opportunity/{id}?fields=CreatedDate,LastModifiedDate,SystemModstamp")).Json;
        Assert.That(row.GetProperty("CreatedDate").GetString(), Is.EqualTo("2026-03-02T09:30:00.000+0000"));
        Assert.That(row.GetProperty("LastModifiedDate").GetString(), Is.EqualTo("2026-03-02T09:30:02.000+0000"));
        Assert.That(row.GetProperty("SystemModstamp").GetString(), Is.EqualTo("2026-03-02T09:30:02.000+0000"));
    }

    [Test]
    public async Task An_org_may_leave_the_stamps_when_nothing_changes()
    {
        await using var still = await WireOrg.StartAsync(Options with { Behaviors = new SandboxBehaviors { StampUnchangedSaves = false } });
        var id = await still.InsertDeal();
        still.Clock.Advance(TimeSpan.FromMinutes(1));

        await still.Data("PATCH", $"sobjects/Opportunity/{id}", """{"Name":"Acme"}""");
        Assert.That(await still.Field("Opportunity", id, "SystemModstamp"), Is.EqualTo("\"2026-03-02T09:30:00.000+0000\""));
        await still.Data("PATCH", $"sobjects/Opportunity/{id}", """{"Name":"Acme 2"}""");
        Assert.That(await still.Field("Opportunity", id, "SystemModstamp"), Is.EqualTo("\"2026-03-02T09:31:00.000+0000\""));
    }

    [Test]
    public async Task The_caller_is_creator_modifier_and_owner()
    {
        var id = await Org.InsertDeal();
        var user = await Org.Insert("User", """{"Username":"rep@sandbox.example","LastName":"Rep","Email":"rep@sandbox.example"}""");
        Org.Token = Org.Server.Sessions.Start(user);

        await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"NextStep":"Call"}""");

        var row = (await Org.Data("GET", $"sobjects/Opportunity/{id}?fields=CreatedById,OwnerId,LastModifiedById")).Json;
        Assert.That(row.GetProperty("CreatedById").GetString(), Is.EqualTo(Org.Org.AdminUserId));
        Assert.That(row.GetProperty("OwnerId").GetString(), Is.EqualTo(Org.Org.AdminUserId));
        Assert.That(row.GetProperty("LastModifiedById").GetString(), Is.EqualTo(user));
    }

    [Test]
    public async Task A_failed_save_leaves_no_trace()
    {
        var id = await Org.InsertDeal();
        Org.Clock.Advance(TimeSpan.FromMinutes(1));

        var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"NextStep":"Call","Segment__c":"Nope"}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Org.Field("Opportunity", id, "NextStep"), Is.EqualTo("null"));
        Assert.That(await Org.Field("Opportunity", id, "SystemModstamp"), Is.EqualTo("\"2026-03-02T09:30:00.000+0000\""));
    }

    [Test]
    public async Task Keyset_pages_over_equal_stamps_lose_nothing()
    {
        var expected = new List<string>();
        for (var number = 0; number < 5; number++)
            expected.Add(await Org.InsertDeal());
        var seen = new List<string>();
        var condition = "SystemModstamp >= 2026-03-02T09:30:00Z";
        while (true)
        {
            var soql = $"SELECT Id, SystemModstamp FROM Opportunity WHERE {condition} ORDER BY SystemModstamp, Id LIMIT 2";
            var rows = (await Org.Data("GET", "query?q=" + Uri.EscapeDataString(soql))).Json.GetProperty("records");
            if (rows.GetArrayLength() == 0)
                break;
            seen.AddRange(rows.EnumerateArray().Select(row => row.GetProperty("Id").GetString()!));
            condition = $"(SystemModstamp = 2026-03-02T09:30:00Z AND Id > '{seen[^1]}') OR SystemModstamp > 2026-03-02T09:30:00Z";
        }

        Assert.That(seen, Is.EqualTo(expected));
    }
}
