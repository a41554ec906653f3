using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Sandbox;
using SalesRules.Snapshots;
using FieldAccess = SalesRules.Sandbox.Schema.FieldAccess;

namespace SalesRules.Salesforce.Tests.Sandbox;

internal sealed class SandboxWriteBackTests : SandboxFixture
{
    [Test]
    public async Task A_batch_is_written_row_by_row_and_costs_three_calls_with_its_two_reads()
    {
        var server = await StartAsync();
        var ids = LoadTen(server);
        var client = Client(server);
        RecordUpdate[] rows = [Category(ids[0], "Best Case"), Category(ids[1], "Nope"), Category(ids[2], "Commit")];

        var before = await client.Collections.RetrieveAsync("Opportunity", ids, ["ForecastCategoryName"], default);
        var outcomes = await client.Collections.UpdateAsync("Opportunity", rows, Always, null, default);
        var after = await client.Collections.RetrieveAsync("Opportunity", ids, ["ForecastCategoryName"], default);

        Assert.That(before.Select(CategoryOf), Is.All.EqualTo("Pipeline"));
        Assert.That(outcomes[0], Is.EqualTo(new RowOutcome.Confirmed(ids[0], Created: false)));
        Assert.That(outcomes[1], Is.InstanceOf<RowOutcome.Refused>().With.Property("Code").EqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"));
        Assert.That(((RowOutcome.Refused)outcomes[1]).Sentence, Does.Contain("Fields: ForecastCategoryName.").And.Not.Contain("Nope"));
        Assert.That(after.Take(3).Select(CategoryOf), Is.EqualTo(new[] { "Best Case", "Pipeline", "Commit" }));
        Assert.That((client.Calls.ApiCalls, server.ApiCalls), Is.EqualTo((3, 3)));
    }

    [Test]
    public async Task A_record_that_is_gone_is_null_when_retrieved_and_refused_when_written()
    {
        var server = await StartAsync();
        var ids = LoadTen(server);
        server.Org.Write(t => t.Delete("Opportunity", ids[1].Value));
        var client = Client(server);

        var records = await client.Collections.RetrieveAsync("Opportunity", ids, ["Name"], default);
        var outcomes = await client.Collections.UpdateAsync("Opportunity", [Category(ids[0], "Commit"), Category(ids[1], "Commit")], Always, null, default);

        Assert.That(records.Select(record => record is null), Is.EqualTo(ids.Select(id => id == ids[1])));
        Assert.That(outcomes[0], Is.InstanceOf<RowOutcome.Confirmed>());
        Assert.That(outcomes[1], Is.InstanceOf<RowOutcome.Refused>().With.Property("Verdict").EqualTo(Verdict.RefuseRow));
    }

    [Test]
    public async Task Full_batches_of_200_are_written()
    {
        var server = await StartAsync();
        var ids = Load(server, 200, _ => Clock.GetUtcNow());

        var outcomes = await Client(server).Collections.UpdateAsync("Opportunity", [.. ids.Select(id => Category(id, "Best Case"))], Always, null, default);

        Assert.That(outcomes, Is.EqualTo(ids.Select(id => new RowOutcome.Confirmed(id, Created: false))));
    }

    [Test]
    public async Task A_field_that_may_not_be_written_refuses_the_row_and_names_the_field()
    {
        var server = await StartAsync();
        var ids = LoadTen(server);
        server.Org.SetFieldAccess("Opportunity", "SalesRules_Reason__c", FieldAccess.ReadOnly);

        var outcomes = await Client(server).Collections.UpdateAsync("Opportunity", [Reason(ids[0])], Always, null, default);

        var refused = (RowOutcome.Refused)outcomes.Single();
        Assert.That((refused.Code, refused.Fields), Is.EqualTo(("INVALID_FIELD_FOR_INSERT_UPDATE", new[] { "SalesRules_Reason__c" })));
        Assert.That(refused.Sentence, Does.Contain("permission set"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_field_that_is_gone_stops_the_run_whether_the_org_refuses_the_row_or_the_call(bool wholeCall)
    {
        var server = await StartAsync(new SandboxBehaviors { UnknownFieldFailsCollection = wholeCall });
        var ids = LoadTen(server);
        server.Org.SetFieldAccess("Opportunity", "SalesRules_Reason__c", FieldAccess.Hidden);
        var collections = Client(server).Collections;

        Verdict verdict;
        if (wholeCall)
            verdict = (await FailureAsync(() => collections.UpdateAsync("Opportunity", [Reason(ids[0])], Always, null, default))).Verdict;
        else
            verdict = ((RowOutcome.Refused)(await collections.UpdateAsync("Opportunity", [Reason(ids[0])], Always, null, default)).Single()).Verdict;

        Assert.That(verdict, Is.EqualTo(Verdict.RefuseRun));
    }

    [Test]
    public async Task A_task_upserted_twice_is_one_task()
    {
        var server = await StartAsync();
        var ids = LoadTen(server);
        var client = Client(server);

        var first = await client.Collections.UpsertAsync("Task", SalesforceTask.KeyField, [TaskFor(ids[0], "Score it")], default);
        var second = await client.Collections.UpsertAsync("Task", SalesforceTask.KeyField, [TaskFor(ids[0], "Score it now")], default);
        var tasks = await client.Get<TaskReader>().ReadByKeysAsync(["a/key.1"]).ToListAsync();

        Assert.That(((RowOutcome.Confirmed)first.Single()).Created);
        Assert.That(((RowOutcome.Confirmed)second.Single()).Created, Is.False);
        Assert.That(tasks.Single(), Has.Property("Subject").EqualTo("Score it now").And.Property("OpportunityId").EqualTo(ids[0]).And.Property("IsClosed").False);
        Assert.That(await client.Get<TaskReader>().ReadByOpportunitiesAsync(ids).CountAsync(), Is.EqualTo(1));
        Assert.That(client.Calls[CallKind.Upsert], Is.EqualTo(2));
    }

    [Test]
    public async Task An_org_without_upserts_of_tasks_refuses_them_clearly()
    {
        var server = await StartAsync(new SandboxBehaviors { TaskUpsert = false });
        var ids = LoadTen(server);
        var collections = Client(server).Collections;

        var outcomes = await collections.UpsertAsync("Task", SalesforceTask.KeyField, [TaskFor(ids[0], "Score it")], default);

        Assert.That(outcomes.Single(), Is.InstanceOf<RowOutcome.Refused>().With.Property("Verdict").EqualTo(Verdict.RefuseRow));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_conditional_update_meets_a_change_of_someone_else(bool explained)
    {
        var server = await StartAsync(new SandboxBehaviors { ExplainFailedPreconditions = explained });
        var id = LoadTen(server)[0];
        var writer = Client(server).Get<ConditionalWriter>();
        var read = Clock.GetUtcNow();

        Assert.That(await writer.UpdateAsync("Opportunity", Category(id, "Commit"), read, default), Is.InstanceOf<RowOutcome.Confirmed>());
        Clock.Advance(TimeSpan.FromMinutes(1));
        server.Org.Write(t => t.Update("Opportunity", id.Value, new Dictionary<string, object?> { ["NextStep"] = "Call" }));

        Assert.That(await writer.UpdateAsync("Opportunity", Category(id, "Best Case"), read, default), Is.InstanceOf<RowOutcome.Moved>());
        Assert.That(await writer.UpdateAsync("Opportunity", Category(id, "Best Case"), Clock.GetUtcNow(), default), Is.InstanceOf<RowOutcome.Confirmed>());
    }

    private static RecordUpdate Category(SalesforceId id, string name) =>
        new(id, new Dictionary<string, FieldValue> { ["ForecastCategoryName"] = FieldValue.Of(name) });

    private static RecordUpdate Reason(SalesforceId id) =>
        new(id, new Dictionary<string, FieldValue> { ["SalesRules_Reason__c"] = FieldValue.Of("Leadership is not scored") });

    private static RecordUpsert TaskFor(SalesforceId opportunity, string subject) => new("a/key.1", new Dictionary<string, FieldValue>
    {
        ["Subject"] = FieldValue.Of(subject),
        ["WhatId"] = FieldValue.Of((SalesforceId?)opportunity),
        ["ActivityDate"] = FieldValue.Of((DateOnly?)new DateOnly(2026, 3, 4)),
    });

    private static string? CategoryOf(System.Text.Json.JsonElement? record) => record?.GetProperty("ForecastCategoryName").GetString();

    private static Task<IReadOnlyList<bool>> Always(IReadOnlyList<RecordUpdate> rows) => Task.FromResult<IReadOnlyList<bool>>([.. rows.Select(_ => true)]);
}
