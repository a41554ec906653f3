using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Tests.Stub;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Reading;

internal sealed class RecordReadersTests : StubFixture
{
    private static readonly SalesforceId Deal = SalesforceId.Parse("006xx000003GYkJAAW");
    private static readonly SalesforceId Rep = SalesforceId.Parse("005xx000001SvogAAC");

    [Test]
    public async Task Users_come_with_manager_and_role_and_without_them()
    {
        Stub.Then(StubReply.Json("""
            {"totalSize":2,"done":true,"records":[
             {"attributes":{"type":"User"},"Id":"005xx000001SvogAAC","Name":"Ada","Email":"ada@x.io","IsActive":true,"ManagerId":"005xx000001SvohAAC",
              "UserRole":{"attributes":{"type":"UserRole"},"Name":"West"}},
             {"attributes":{"type":"User"},"Id":"005xx000001SvohAAC","Name":"Bo","Email":null,"IsActive":false,"ManagerId":null,"UserRole":null}]}
            """));

        var users = await Client().Get<UserReader>().ReadAsync().ToListAsync();

        Assert.That(users, Is.EqualTo(new SalesforceUser[]
        {
            new(Rep, "Ada", "ada@x.io", true, SalesforceId.Parse("005xx000001SvohAAC"), "West"),
            new(SalesforceId.Parse("005xx000001SvohAAC"), "Bo", null, false, null, null),
        }));
    }

    [Test]
    public async Task History_comes_with_the_state_after_each_change()
    {
        Stub.Then(StubReply.Json("""
            {"totalSize":1,"done":true,"records":[{"Id":"008xx000001aaaaAAA","OpportunityId":"006xx000003GYkJAAW","StageName":"Prospecting","Amount":125000.0,
             "Probability":10.0,"CloseDate":"2026-03-31","ForecastCategory":"Pipeline","CreatedDate":"2026-02-01T10:00:00.000+0000","CreatedById":"005xx000001SvogAAC"}]}
            """));

        var rows = await Client().Get<OpportunityHistoryReader>().ReadAsync([Deal, Deal]).ToListAsync();

        Assert.That(rows.Single(), Is.EqualTo(new OpportunityHistoryRow(
            Deal, "Prospecting", 125000m, 10m, new DateOnly(2026, 3, 31), "Pipeline", new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero), Rep)));
        Assert.That(Stub.Calls.Single().Soql, Does.Contain("OpportunityId IN ('006xx000003GYkJAAW')"));
    }

    [Test]
    public async Task Tasks_are_found_by_their_keys()
    {
        Stub.Then(StubReply.Json("""
            {"totalSize":1,"done":true,"records":[{"Id":"00Txx000001aaaaEAA","SalesRules_Key__c":"k'1","WhatId":"006xx000003GYkJAAW","OwnerId":"005xx000001SvogAAC",
             "Subject":"Score the deal","ActivityDate":"2026-03-04","IsClosed":false,"LastModifiedById":"005xx000001SvogAAC"}]}
            """));

        var tasks = await Client().Get<TaskReader>().ReadByKeysAsync(["k'1", "k'1"]).ToListAsync();

        Assert.That(tasks.Single(), Is.EqualTo(new SalesforceTask(
            SalesforceId.Parse("00Txx000001aaaaEAA"), "k'1", Deal, Rep, "Score the deal", new DateOnly(2026, 3, 4), false, Rep)));
        Assert.That(Stub.Calls.Single().Soql, Does.Contain(@"SalesRules_Key__c IN ('k\'1')"));
    }

    [Test]
    public async Task Reading_for_no_ids_asks_nothing()
    {
        var client = Client();

        Assert.That(await client.Opportunities.ReadByIdsAsync(["Name"], []).CountAsync(), Is.Zero);
        Assert.That(await client.Get<OpportunityHistoryReader>().ReadAsync([]).CountAsync(), Is.Zero);
        Assert.That(await client.Get<TaskReader>().ReadByKeysAsync([]).CountAsync(), Is.Zero);
        Assert.That(Stub.Calls, Is.Empty);
    }

    [Test]
    public async Task A_record_becomes_a_snapshot_and_a_broken_one_does_not_stop_the_others()
    {
        Stub.Then(StubReply.Json("""
            {"totalSize":2,"done":true,"records":[
             {"attributes":{"type":"Opportunity"},"Id":"006xx000003GYkJAAW","Amount":"a lot","SystemModstamp":"2026-02-01T10:00:00.000+0000"},
             {"attributes":{"type":"Opportunity"},"Id":"006xx000003GYkKAAW","Amount":125000.0,"Owner":{"Email":"ada@x.io"},
              "SystemModstamp":"2026-02-01T10:00:00.000+0000"}]}
            """));
        var window = new ReadWindow(null, null, default);

        var rows = await Client().Opportunities.ReadAsync(["Amount", "Owner.Email"], window).ToSnapshotsAsync(FieldMap.Default).ToListAsync();

        Assert.That((rows[0].Id, rows[0].Opportunity), Is.EqualTo((Deal, (Opportunity?)null)));
        Assert.That(rows[0].Problem, Does.Contain("Amount").And.Not.Contain("a lot"));
        Assert.That((rows[1].Opportunity!.Amount, rows[1].Opportunity!.OwnerEmail), Is.EqualTo((125000m, "ada@x.io")));
    }

    [Test]
    public async Task Open_or_lately_changed_deals_can_be_asked_for()
    {
        Stub.Then(StubReply.NoRows);
        var window = new ReadWindow(null, null, default);
        var scope = OpportunityScope.OpenOrChangedSince(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await Client().Opportunities.ReadAsync(["Name"], window, scope).CountAsync();

        Assert.That(
            Stub.Calls.Single().Soql,
            Is.EqualTo("SELECT Name,SystemModstamp,Id FROM Opportunity WHERE (IsClosed = false) OR (SystemModstamp >= 2026-01-01T00:00:00.000Z)"
                + " ORDER BY SystemModstamp,Id LIMIT 50001"));
    }
}
