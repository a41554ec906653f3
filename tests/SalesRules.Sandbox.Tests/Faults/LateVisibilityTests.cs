using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class LateVisibilityTests : FaultTests
{
    private const string All = "SELECT Name FROM Opportunity ORDER BY SystemModstamp, Id";

    [Test]
    public async Task A_new_row_carries_its_stamp_and_shows_in_queries_only_later()
    {
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromHours(1), When = new() { Times = 1 } });
        var id = await Org.InsertDeal();
        var stamp = await Org.Field("Opportunity", id, "SystemModstamp");

        Org.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.That(await Names(All), Is.Empty);
        Assert.That(await Names($"SELECT Name FROM Opportunity WHERE Id = '{id}'"), Is.Empty);
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme" }));
        Assert.That(await Org.Field("Opportunity", id, "SystemModstamp"), Is.EqualTo(stamp).And.EqualTo("\"2026-03-02T09:30:00.000+0000\""));
    }

    [Test]
    public async Task A_changed_row_is_seen_as_it_was_with_its_old_stamp()
    {
        var id = await Org.InsertDeal();
        Org.Clock.Advance(TimeSpan.FromMinutes(10));
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(5) });
        await Patch(id, """{"Name":"Acme 2"}""");

        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme" }));
        Assert.That(await Names("SELECT Name FROM Opportunity WHERE SystemModstamp >= 2026-03-02T09:40:00Z"), Is.Empty);
        Assert.That(await Names("SELECT Name FROM Opportunity WHERE Name = 'Acme 2'"), Is.Empty);
        Org.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await Names("SELECT Name FROM Opportunity WHERE SystemModstamp = 2026-03-02T09:40:00Z"), Is.EqualTo(new[] { "Acme 2" }));
    }

    [Test]
    public async Task Saves_become_visible_one_after_the_other()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(10) });
        await Patch(id, """{"Name":"Acme 2"}""");
        Org.Clock.Advance(TimeSpan.FromSeconds(6));
        await Patch(id, """{"Name":"Acme 3"}""");

        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme" }));
        Org.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme 2" }));
        Org.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme 3" }));
    }

    [Test]
    public async Task A_delete_is_seen_late()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(10) });
        await Org.Data("DELETE", $"sobjects/Opportunity/{id}");

        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme" }));
        Org.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That(await Names(All), Is.Empty);
    }

    [TestCase(false, HttpStatusCode.OK)]
    [TestCase(true, HttpStatusCode.NotFound)]
    public async Task Reads_by_id_see_a_new_row_unless_it_is_hidden_from_them_too(bool hidden, HttpStatusCode status)
    {
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(10), HiddenById = hidden });
        var id = await Org.InsertDeal();

        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{id}")).Status, Is.EqualTo(status));
        var retrieved = await Org.Data("POST", "composite/sobjects/Opportunity", $$"""{"ids":["{{id}}"],"fields":["Name"]}""");
        Assert.That(retrieved.Json[0].ValueKind == System.Text.Json.JsonValueKind.Null, Is.EqualTo(hidden));
    }

    [Test]
    public async Task What_is_covered_stays_behind_the_oldest_unseen_save()
    {
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromMinutes(20), Where = new() { ObjectName = "Opportunity" } });
        var id = await Org.InsertDeal();
        Org.Clock.Advance(TimeSpan.FromMinutes(15));
        const string Span = "sobjects/Opportunity/updated?start=2026-03-02T09:00:00Z&end=2026-03-02T11:00:00Z";

        var early = (await Org.Data("GET", Span)).Json;
        Org.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = (await Org.Data("GET", Span)).Json;

        Assert.That(early.GetProperty("ids").GetArrayLength(), Is.Zero);
        Assert.That(early.GetProperty("latestDateCovered").GetString(), Is.EqualTo("2026-03-02T09:30:00.000+0000"));
        Assert.That(late.GetProperty("ids")[0].GetString(), Is.EqualTo(id));
        Assert.That(late.GetProperty("latestDateCovered").GetString(), Is.EqualTo("2026-03-02T09:50:00.000+0000"));
    }

    [Test]
    public async Task Children_and_parents_are_seen_as_they_were()
    {
        var first = await Org.Insert("Account", """{"Name":"First"}""");
        var second = await Org.Insert("Account", """{"Name":"Second"}""");
        var deal = await Org.InsertDeal($"\"AccountId\":\"{first}\"");
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(10) });
        await Patch(deal, $$"""{"AccountId":"{{second}}"}""");
        await Org.Data("PATCH", $"sobjects/Account/{first}", """{"Name":"First renamed"}""");

        var row = (await Query("SELECT Name, Account.Name FROM Opportunity")).Json.GetProperty("records")[0];
        var accounts = (await Query("SELECT Name, (SELECT Id FROM Opportunities) FROM Account ORDER BY Name")).Json.GetProperty("records");

        Assert.That(row.GetProperty("Account").GetProperty("Name").GetString(), Is.EqualTo("First"));
        Assert.That(accounts[0].GetProperty("Opportunities").GetProperty("totalSize").GetInt32(), Is.EqualTo(1));
        Assert.That(accounts[1].GetProperty("Opportunities").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task A_save_that_is_taken_back_is_never_hidden()
    {
        var ids = await Deals(2);
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(10) });
        Faults.Add(new RowLockFault { Where = new() { Ids = [ids[1]] } });

        await Org.Data("PATCH", "composite/sobjects", $$"""
            {"allOrNone":true,"records":[{"attributes":{"type":"Opportunity"},"id":"{{ids[0]}}","NextStep":"Call"},
            {"attributes":{"type":"Opportunity"},"id":"{{ids[1]}}","NextStep":"Call"}]}
            """);

        Assert.That(Faults.List()[0].Struck, Is.Zero);
    }

    [Test]
    public async Task Stopping_the_fault_shows_everything()
    {
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromHours(1) });
        await Org.InsertDeal();

        Faults.StopAll();

        Assert.That(await Names(All), Is.EqualTo(new[] { "Acme" }));
    }

    [Test]
    public async Task Only_the_chosen_saves_are_late()
    {
        var ids = await Deals(2);
        Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromSeconds(10), Where = new() { Operation = FaultOperation.Update, Ids = [ids[0]] } });

        await Update(ids, """ "Name":"Changed" """);

        Assert.That(await Names("SELECT Name FROM Opportunity ORDER BY Id"), Is.EqualTo(new[] { "Deal 1", "Changed" }));
    }
}
