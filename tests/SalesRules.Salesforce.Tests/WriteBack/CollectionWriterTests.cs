using System.Text.Json;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.WriteBack;

internal sealed class CollectionWriterTests : StubFixture
{
    private static readonly IReadOnlyList<RecordUpdate> TwoRows = [Row(1), Row(2)];

    [Test]
    public async Task An_update_names_each_record_and_clears_what_is_null()
    {
        Stub.Then(Results(Good(1), Good(2)));
        var row = new RecordUpdate(Id(1), new Dictionary<string, FieldValue>
        {
            ["ForecastCategoryName"] = FieldValue.Of("Best Case"),
            ["SalesRules_Reason__c"] = FieldValue.Null,
            ["Probability"] = FieldValue.Of(60m),
            ["SalesRules_Decided_At__c"] = FieldValue.Of((DateTimeOffset?)new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)),
        });

        await Client().Collections.UpdateAsync("Opportunity", [row, Row(2)], Always, null, default);

        var call = Stub.Calls.Single();
        Assert.That((call.Method, call.Path), Is.EqualTo(("PATCH", "/services/data/v64.0/composite/sobjects")));
        var body = JsonDocument.Parse(call.Body).RootElement;
        Assert.That(body.GetProperty("allOrNone").GetBoolean(), Is.False);
        Assert.That(body.GetProperty("records")[0].GetRawText(), Is.EqualTo(
            """{"attributes":{"type":"Opportunity"},"id":"006xx0000000001AAA","ForecastCategoryName":"Best Case","SalesRules_Reason__c":null,"Probability":60,"SalesRules_Decided_At__c":"2026-03-02T09:00:00.000Z"}"""));
    }

    [Test]
    public async Task Each_row_has_its_own_outcome_in_the_order_of_the_request()
    {
        Stub.Then(Results(
            Bad("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Forecast Category: bad value for restricted picklist field: Globex", "ForecastCategoryName"),
            Good(2)));

        var outcomes = await Client().Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default);

        var refused = (RowOutcome.Refused)outcomes[0];
        Assert.That((refused.Code, refused.Verdict), Is.EqualTo(("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", Verdict.RefuseRow)));
        Assert.That(refused.Fields, Is.EqualTo(new[] { "ForecastCategoryName" }));
        Assert.That(refused.Sentence, Does.Contain("not in the field's picklist").And.Not.Contain("Globex"));
        Assert.That(refused.ServerText, Does.Contain("Globex"));
        Assert.That(outcomes[1], Is.EqualTo(new RowOutcome.Confirmed(Id(2), Created: false)));
    }

    [Test]
    public async Task A_lost_reply_makes_every_row_unclear_and_is_not_repeated()
    {
        foreach (var fault in new[] { StubReply.Lost, StubReply.Torn, StubReply.Empty(503), StubReply.Html(500), StubReply.Html(200), StubReply.Json("{}") })
        {
            Stub.Answer = _ => fault;
            var client = Client();

            var outcomes = await client.Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default);

            Assert.That(outcomes, Has.Count.EqualTo(2).And.All.InstanceOf<RowOutcome.Unclear>());
            Assert.That(client.Calls[CallKind.Update], Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_reply_that_hangs_makes_every_row_unclear()
    {
        var clock = new FakeClock();
        var client = Client(clock, ("AttemptTimeout", "00:00:45"));
        await client.Connection.IdentityAsync(default);
        Stub.Answer = _ => StubReply.Hang;

        var write = client.Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default);
        await clock.WhenTimerIsSetAsync(due => due == TimeSpan.FromSeconds(45));
        clock.Advance(TimeSpan.FromSeconds(45));

        Assert.That(await write, Has.All.Property("Code").EqualTo(LocalErrorCodes.Timeout));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task More_or_fewer_results_than_rows_make_every_row_unclear(int results)
    {
        Stub.Then(Results([.. Enumerable.Range(1, results).Select(Good)]));

        var outcomes = await Client().Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default);

        Assert.That(outcomes, Has.Count.EqualTo(2).And.All.InstanceOf<RowOutcome.Unclear>());
    }

    [Test]
    public async Task A_result_without_success_or_id_makes_every_row_unclear()
    {
        foreach (var odd in new[] { "{}", """{"success":true,"errors":[]}""", "null" })
        {
            Stub.Answer = _ => Results(Good(1), odd);

            Assert.That(await Client().Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default), Has.All.InstanceOf<RowOutcome.Unclear>());
        }
    }

    [Test]
    public async Task A_call_that_Salesforce_refuses_as_a_whole_wrote_nothing_and_says_so()
    {
        Stub.Then(StubReply.Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));

        var failure = await FailureAsync(() => Client().Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default));

        Assert.That((failure.Verdict, failure.MayHaveBeenCarriedOut), Is.EqualTo((Verdict.Wait, false)));
    }

    [Test]
    public async Task An_expired_session_is_refreshed_and_the_batch_written_once()
    {
        Stub.Then(StubReply.SessionExpired, Results(Good(1), Good(2)));

        var outcomes = await Client().Collections.UpdateAsync("Opportunity", TwoRows, Always, null, default);

        Assert.That(outcomes, Has.All.InstanceOf<RowOutcome.Confirmed>());
    }

    [Test]
    public async Task Cancelling_before_a_batch_sends_nothing_and_during_one_waits_for_its_outcome()
    {
        var client = Client();
        using var cancel = new CancellationTokenSource();
        Stub.Answer = _ =>
        {
            cancel.Cancel();
            return Results(Good(1), Good(2));
        };

        Assert.That(await client.Collections.UpdateAsync("Opportunity", TwoRows, Always, null, cancel.Token), Has.All.InstanceOf<RowOutcome.Confirmed>());
        await Assert.ThatAsync(() => client.Collections.UpdateAsync("Opportunity", TwoRows, Always, null, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_batch_has_at_most_200_rows_and_none_twice()
    {
        var collections = Client().Collections;
        Stub.Answer = call => Results([.. Enumerable.Range(1, JsonDocument.Parse(call.Body).RootElement.GetProperty("records").GetArrayLength()).Select(Good)]);

        Assert.That(await collections.UpdateAsync("Opportunity", [.. Enumerable.Range(1, 200).Select(Row)], Always, null, default), Has.Count.EqualTo(200));
        await Assert.ThatAsync(
            () => collections.UpdateAsync("Opportunity", [.. Enumerable.Range(1, 201).Select(Row)], Always, null, default), Throws.InstanceOf<ArgumentOutOfRangeException>());
        await Assert.ThatAsync(() => collections.UpdateAsync("Opportunity", [Row(1), Row(1)], Always, null, default), Throws.ArgumentException);
        Assert.That(await collections.UpdateAsync("Opportunity", [], Always, null, default), Is.Empty);
        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_upsert_names_records_by_their_key_and_tells_new_from_old()
    {
        Stub.Then(Results("""{"id":"00Txx000001aaaaEAA","success":true,"created":true,"errors":[]}""", """{"id":"00Txx000001aaabEAA","success":true,"created":false,"errors":[]}"""));

        var outcomes = await Client().Collections.UpsertAsync("Task", "SalesRules_Key__c", [Task("k1"), Task("k2")], default);

        Assert.That(outcomes.Cast<RowOutcome.Confirmed>().Select(o => o.Created), Is.EqualTo(new[] { true, false }));
        var call = Stub.Calls.Single();
        Assert.That((call.Method, call.Path), Is.EqualTo(("PATCH", "/services/data/v64.0/composite/sobjects/Task/SalesRules_Key__c")));
        Assert.That(call.Body, Does.Contain("""{"attributes":{"type":"Task"},"SalesRules_Key__c":"k1","Subject":"Score the deal"}"""));
    }

    [Test]
    public async Task A_retrieve_answers_for_every_id_and_survives_a_lost_reply()
    {
        Stub.Then(StubReply.Lost, StubReply.Json("""[{"attributes":{"type":"Opportunity"},"Id":"006xx0000000001AAA","StageName":"Prospecting"},null]"""));
        var client = Client();

        var records = await client.Collections.RetrieveAsync("Opportunity", [Id(1), Id(2)], ["StageName"], default);

        Assert.That(records[0]!.Value.GetProperty("StageName").GetString(), Is.EqualTo("Prospecting"));
        Assert.That(records[1], Is.Null);
        Assert.That(client.Calls[CallKind.Retrieve], Is.EqualTo(2));
        Assert.That(Stub.Calls[1].Body, Is.EqualTo("""{"ids":["006xx0000000001AAA","006xx0000000002AAA"],"fields":["StageName"]}"""));
    }

    [Test]
    public async Task A_retrieve_that_answers_for_fewer_ids_is_an_error()
    {
        Stub.Then(StubReply.Json("[null]"));

        var failure = await FailureAsync(() => Client().Collections.RetrieveAsync("Opportunity", [Id(1), Id(2)], ["StageName"], default));

        Assert.That(failure.ErrorCode, Is.EqualTo(LocalErrorCodes.UnexpectedReply));
    }

    internal static SalesforceId Id(int number) => SalesforceId.Parse(FormattableString.Invariant($"006xx0000{number:D6}"));

    internal static RecordUpdate Row(int number) => new(Id(number), new Dictionary<string, FieldValue> { ["NextStep"] = FieldValue.Of("Call") });

    internal static string Good(int number) => $$"""{"id":"{{Id(number)}}","success":true,"errors":[]}""";

    internal static string Bad(string code, string message = "x", string? field = null) => $$"""
        {"success":false,"errors":[{"statusCode":"{{code}}","message":"{{message}}","fields":[{{(field is null ? "" : $"\"{field}\"")}}]}]}
        """;

    internal static StubReply Results(params string[] results) => StubReply.Json($"[{string.Join(',', results)}]");

    internal static Task<IReadOnlyList<bool>> Always(IReadOnlyList<RecordUpdate> rows) =>
        System.Threading.Tasks.Task.FromResult<IReadOnlyList<bool>>([.. rows.Select(_ => true)]);

    private static RecordUpsert Task(string key) => new(key, new Dictionary<string, FieldValue> { ["Subject"] = FieldValue.Of("Score the deal") });
}
