using System.Text;
using SalesRules.Fuzzing;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Tests.Stub;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Fuzz;

/// <summary>Whatever a reply holds: the client reads it or says what is wrong with it, and never waits for ever.</summary>
internal sealed class ReplyFuzzTests : StubFixture
{
    private const string Deal = """{"attributes":{"type":"Opportunity"},"Id":"006xx000003GYkJAAW","SystemModstamp":"2026-02-01T10:00:00.000+0000","Amount":5.0}""";

    private static readonly SalesforceId Id = SalesforceId.Parse("006xx000003GYkJAAW");

    private static readonly string[] Words =
        ["\"done\":false", "\"done\":true", "\"totalSize\":-1", "\"nextRecordsUrl\":\"/services/data/v64.0/query/01g-1\"", "\"records\":null", "\"Id\":\"006\"", "2026-02-30T25:00:00", "\"errors\":{}", "\"success\":\"yes\""];

    private static readonly (string Name, string Sample, Func<Client, Task> Call)[] Calls =
    [
        ("query", $$"""{"totalSize":1,"done":true,"records":[{{Deal}}]}""",
            async client => await client.Opportunities.ReadAsync(["Name"], new ReadWindow(null, null, DateTimeOffset.UnixEpoch)).ToSnapshotsAsync(FieldMap.Default).CountAsync()),
        ("users", """{"totalSize":1,"done":true,"records":[{"Id":"005xx000001SvogAAC","Name":"Ada","Email":"a@x.io","IsActive":true,"ManagerId":null,"UserRole":{"Name":"West"}}]}""",
            async client => await client.Get<UserReader>().ReadAsync().CountAsync()),
        ("history", """{"totalSize":1,"done":true,"records":[{"Id":"008xx000001aaaaAAA","OpportunityId":"006xx000003GYkJAAW","StageName":"POV","Amount":1.0,"Probability":10.0,"CloseDate":"2026-03-31","ForecastCategory":"Pipeline","CreatedDate":"2026-02-01T10:00:00.000+0000","CreatedById":"005xx000001SvogAAC"}]}""",
            async client => await client.Get<OpportunityHistoryReader>().ReadAsync([Id]).CountAsync()),
        ("tasks", """{"totalSize":1,"done":true,"records":[{"Id":"00Txx000001aaaaEAA","SalesRules_Key__c":"k","WhatId":"006xx000003GYkJAAW","OwnerId":"005xx000001SvogAAC","Subject":"s","ActivityDate":"2026-03-04","IsClosed":false,"LastModifiedById":"005xx000001SvogAAC"}]}""",
            async client => await client.Get<TaskReader>().ReadByKeysAsync(["k"]).CountAsync()),
        ("pipeline", """{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"ForecastCategoryName":"Commit","deals":3,"amount":100.5}]}""",
            async client => await client.Get<OpenPipelineReader>().ReadAsync(default)),
        ("deletions", """{"deletedRecords":[{"id":"006xx000003GYkJAAW","deletedDate":"2026-03-02T09:31:15.000+0000"}],"earliestDateAvailable":"2026-02-15T09:31:00.000+0000","latestDateCovered":"2026-03-02T09:31:00.000+0000"}""",
            async client => await client.Get<DeletionReader>().ReadAsync("Opportunity", DateTimeOffset.UnixEpoch, default)),
        ("describe", """{"name":"Opportunity","fields":[{"name":"Id","type":"id","length":18,"updateable":false,"createable":false,"picklistValues":[{"active":true,"value":"a","label":"a"}]}]}""",
            async client => await client.Describe.ReadAsync("Opportunity", default)),
        ("retrieve", $"[{Deal}]",
            async client => await client.Collections.RetrieveAsync("Opportunity", [Id], ["Id"], default)),
        ("update", """[{"id":"006xx000003GYkJAAW","success":true,"errors":[]}]""", UpdateAsync),
        ("upsert", """[{"id":"00Txx000001aaaaEAA","success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"busy","fields":["Name"]}]}]""",
            async client => await client.Collections.UpsertAsync("Task", "SalesRules_Key__c", [new RecordUpsert("k", new Dictionary<string, FieldValue>())], default)),
    ];

    [TestCaseSource(nameof(Names))]
    public async Task Broken_replies_are_read_or_refused(string name)
    {
        var (_, sample, call) = Calls.Single(known => known.Name == name);
        var mutator = new Mutator(seed: name.Length, Words);
        var client = Client(("MaxRetries", "0"), ("BreakDuration", "00:00:00.5"));
        Stub.Answer = _ => StubReply.Json(mutator.Mutate(sample));
        for (var input = 0; input < Mutator.Inputs(everyBuild: 250); input++)
            await ReadOrRefuseAsync(() => call(client));
    }

    [Test]
    public async Task Broken_errors_are_told_all_the_same([Values(400, 403, 404, 500)] int status)
    {
        var mutator = new Mutator(seed: status, Words);
        var client = Client(("MaxRetries", "0"), ("BreakDuration", "00:00:00.5"));
        Stub.Answer = _ => new StubReply(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(mutator.Mutate("""[{"message":"x","errorCode":"INVALID_FIELD","fields":["a"]}]""")));
        });
        for (var input = 0; input < Mutator.Inputs(everyBuild: 250); input++)
            await ReadOrRefuseAsync(() => client.Collections.RetrieveAsync("Opportunity", [Id], ["Id"], default));
    }

    [Test]
    public async Task Broken_tokens_are_refused()
    {
        var mutator = new Mutator(seed: 11, "\"access_token\":\"\"", "\"instance_url\":\"ftp://x\"", "\"id\":\"/id/1/2\"");
        Stub.AnswerSignIn = (number, _) => StubReply.Json(mutator.Mutate($$"""{"access_token":"00Dxx!{{number}}","instance_url":"{{Stub.Url.GetLeftPart(UriPartial.Authority)}}","id":"https://login.example/id/00Dxx0000001gPLEAY/005xx000001SvogAAC"}"""));
        Stub.Answer = _ => StubReply.Json("[]");
        for (var input = 0; input < Mutator.Inputs(everyBuild: 150); input++)
        {
            await using var client = new Client(Stub.Url, null, ("MaxRetries", "0"));
            await ReadOrRefuseAsync(() => client.Collections.RetrieveAsync("Opportunity", [Id], ["Id"], default));
        }
    }

    private static IEnumerable<string> Names => Calls.Select(call => call.Name);

    private static async Task UpdateAsync(Client client)
    {
        var outcomes = await client.Collections.UpdateAsync(
            "Opportunity", [new RecordUpdate(Id, new Dictionary<string, FieldValue>())], rows => Task.FromResult<IReadOnlyList<bool>>([.. rows.Select(_ => false)]), null, default);
        Assert.That(outcomes, Has.Count.EqualTo(1), "each row has an outcome, whatever came back");
    }

    private static async Task ReadOrRefuseAsync(Func<Task> call)
    {
        try
        {
            await call().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (SalesforceException problem)
        {
            Assert.That(problem.Message, Is.Not.Empty);
        }
    }
}
