using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class CollectionsTests : WireTests
{
    private const string Path = "composite/sobjects";
    private const string RolledBack =
        """{"success":false,"errors":[{"statusCode":"ALL_OR_NONE_OPERATION_ROLLED_BACK","message":"Record rolled back because not all records were valid and the request was using AllOrNone header","fields":[]}]}""";

    [Test]
    public async Task Each_record_has_its_result_in_the_order_of_the_request()
    {
        var reply = await Org.Data("POST", Path, Body(false, """{"attributes":{"type":"Account"},"Name":"One"}""",
            """{"attributes":{"type":"Account"}}""", """{"attributes":{"type":"account"},"name":"Three"}"""));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(reply.Text, Is.EqualTo(
            """[{"id":"001Sb0000000001IAA","success":true,"errors":[]},{"success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [Name]","fields":["Name"]}]},{"id":"001Sb0000000003IAA","success":true,"errors":[]}]"""
                .Replace("001Sb0000000003IAA", await LastAccountId())));
    }

    [Test]
    public async Task All_or_none_takes_the_others_back()
    {
        var reply = await Org.Data("POST", Path, Body(true, """{"attributes":{"type":"Account"},"Name":"One"}""", """{"attributes":{"type":"Account"}}"""));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(reply.Text, Is.EqualTo(
            $$"""[{{RolledBack}},{"success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [Name]","fields":["Name"]}]}]"""));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.Zero);
    }

    [Test]
    public async Task An_update_takes_a_lower_case_id_and_words_the_refusal_as_salesforce_does()
    {
        var (first, second) = (await Org.InsertDeal(), await Org.InsertDeal());

        var reply = await Org.Data("PATCH", Path, Body(false,
            $$"""{"attributes":{"type":"Opportunity"},"id":"{{first}}","NextStep":"Call"}""",
            $$"""{"attributes":{"type":"Opportunity"},"id":"{{second}}","ForecastCategoryName":"Nope"}"""));

        Assert.That(reply.Text, Is.EqualTo(
            $$"""[{"id":"{{first}}","success":true,"errors":[]},{"success":false,"errors":[{"statusCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","message":"Forecast Category: bad value for restricted picklist field: Nope","fields":["ForecastCategoryName"]}]}]"""));
        Assert.That(await Org.Field("Opportunity", first, "NextStep"), Is.EqualTo("\"Call\""));
    }

    [Test]
    public async Task Ids_that_are_missing_twice_there_deleted_or_unknown_fail_on_their_own()
    {
        var (id, gone) = (await Org.InsertDeal(), await Org.InsertDeal());
        await Org.Data("DELETE", $"sobjects/Opportunity/{gone}");
        string Record(string member) => $$"""{"attributes":{"type":"Opportunity"},{{member}}"NextStep":"Call"}""";

        var reply = await Org.Data("PATCH", Path, Body(false, Record($"\"id\":\"{id}\","), Record($"\"id\":\"{id[..15]}\","), Record(""),
            Record($"\"id\":\"{gone}\","), Record("\"id\":\"006Sb0000009999\","), Record("\"id\":\"nonsense\",")));

        var codes = reply.Json.EnumerateArray().Select(entry => entry.GetProperty("success").GetBoolean()
            ? "" : entry.GetProperty("errors")[0].GetProperty("statusCode").GetString());
        Assert.That(codes, Is.EqualTo(new[] { "", "DUPLICATE_VALUE", "MISSING_ARGUMENT", "ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID" }));
    }

    [TestCase(200, HttpStatusCode.OK)]
    [TestCase(201, HttpStatusCode.BadRequest)]
    public async Task A_call_takes_two_hundred_records(int count, HttpStatusCode status)
    {
        var records = Enumerable.Repeat("""{"attributes":{"type":"Account"},"Name":"A"}""", count).ToArray();

        var reply = await Org.Data("POST", Path, Body(false, records));

        Assert.That(reply.Status, Is.EqualTo(status));
        if (status != HttpStatusCode.OK)
            Assert.That(reply.Text, Is.EqualTo("""[{"message":"record limit reached. cannot submit more than 200 records in this call","errorCode":"EXCEEDED_ID_LIMIT"}]"""));
    }

    [TestCase(10, HttpStatusCode.OK)]
    [TestCase(11, HttpStatusCode.BadRequest)]
    public async Task A_call_takes_ten_runs_of_one_object(int chunks, HttpStatusCode status)
    {
        var records = Enumerable.Range(0, chunks).Select(chunk => chunk % 2 == 0
            ? """{"attributes":{"type":"Account"},"Name":"A"}"""
            : """{"attributes":{"type":"Contact"},"LastName":"C"}""").ToArray();

        Assert.That((await Org.Data("POST", Path, Body(false, records))).Status, Is.EqualTo(status));
    }

    [TestCase("""{"attributes":{"type":"Nope__c"}}""", "INVALID_TYPE")]
    [TestCase("""{"Name":"A"}""", "INVALID_TYPE")]
    [TestCase("\"text\"", "JSON_PARSER_ERROR")]
    public async Task A_record_of_no_object_fails_the_whole_request(string record, string code)
    {
        var reply = await Org.Data("POST", Path, Body(false, record));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task A_value_of_a_wrong_json_type_fails_the_whole_request_and_writes_nothing()
    {
        var reply = await Org.Data("POST", Path, Body(false, """{"attributes":{"type":"Account"},"Name":"One"}""",
            """{"attributes":{"type":"Account"},"Name":"Two","NumberOfEmployees":"many"}"""));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("message").GetString(), Does.Match(
            @"^Cannot deserialize instance of int from VALUE_STRING value many or request may be missing a required field at \[line:1, column:\d+\]$"));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.Zero);
    }

    [Test]
    public async Task An_unknown_field_fails_its_record_or_the_whole_request_as_the_org_is_set()
    {
        await using var strict = await WireOrg.StartAsync(Options with { Behaviors = new SandboxBehaviors { UnknownFieldFailsCollection = true } });
        var body = Body(false, """{"attributes":{"type":"Account"},"Name":"One","Nope":1}""");

        var record = await Org.Data("POST", Path, body);
        var whole = await strict.Data("POST", Path, body);

        Assert.That(record.Text, Is.EqualTo(
            """[{"success":false,"errors":[{"statusCode":"INVALID_FIELD","message":"No such column 'Nope' on sobject of type Account","fields":[]}]}]"""));
        Assert.That(whole.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(whole.Text, Is.EqualTo("""[{"message":"No such column 'Nope' on sobject of type Account","errorCode":"INVALID_FIELD"}]"""));
    }

    [Test]
    public async Task An_upsert_says_which_records_are_new()
    {
        await Org.Data("PATCH", "sobjects/Task/SalesRules_Key__c/old", """{"Subject":"Old"}""");

        var reply = await Org.Data("PATCH", $"{Path}/Task/SalesRules_Key__c", Body(false,
            """{"attributes":{"type":"Task"},"SalesRules_Key__c":"old","Subject":"A"}""",
            """{"attributes":{"type":"Task"},"SalesRules_Key__c":"new","Subject":"B"}""",
            """{"attributes":{"type":"Task"},"Subject":"C"}"""));

        Assert.That(reply.Json.EnumerateArray().Select(entry => (entry.GetProperty("success").GetBoolean(), entry.GetProperty("created").GetBoolean())),
            Is.EqualTo(new[] { (true, false), (true, true), (false, false) }));
        Assert.That(reply.Json[2].GetProperty("errors").GetRawText(),
            Is.EqualTo("""[{"statusCode":"MISSING_ARGUMENT","message":"SalesRules_Key__c not specified","fields":[]}]"""));
    }

    [Test]
    public async Task An_upsert_by_id_updates_with_and_inserts_without_one()
    {
        var id = await Org.Insert("Account", """{"Name":"Old"}""");

        var reply = await Org.Data("PATCH", $"{Path}/Account/Id", Body(false,
            $$"""{"attributes":{"type":"Account"},"Id":"{{id}}","Name":"A"}""", """{"attributes":{"type":"Account"},"Name":"B"}"""));

        Assert.That(reply.Json.EnumerateArray().Select(entry => entry.GetProperty("created").GetBoolean()), Is.EqualTo(new[] { false, true }));
    }

    [TestCase("false", 1)]
    [TestCase("true", 2)]
    public async Task A_delete_names_ids_of_any_object(string allOrNone, int left)
    {
        var account = await Org.Insert("Account", """{"Name":"A"}""");
        await Org.Insert("Account", """{"Name":"B"}""");

        var reply = await Org.Data("DELETE", $"{Path}?ids={account},003Sb0000009999&allOrNone={allOrNone}");

        Assert.That(reply.Json[0].GetProperty("success").GetBoolean(), Is.EqualTo(allOrNone == "false"));
        Assert.That(reply.Json[1].GetProperty("errors")[0].GetProperty("statusCode").GetString(), Is.EqualTo("INVALID_CROSS_REFERENCE_KEY"));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.EqualTo(left));
    }

    [Test]
    public async Task A_retrieve_keeps_the_order_and_puts_null_for_what_is_not_there()
    {
        var (first, second) = (await Org.Insert("Account", """{"Name":"A"}"""), await Org.Insert("Account", """{"Name":"B"}"""));
        var expected = $$"""[{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{second}}"},"Name":"B","Id":"{{second}}"},null,{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{first}}"},"Name":"A","Id":"{{first}}"}]""";

        var posted = await Org.Data("POST", $"{Path}/Account", $$"""{"ids":["{{second}}","001Sb0000009999","{{first[..15]}}"],"fields":["name"]}""");
        var got = await Org.Data("GET", $"{Path}/Account?ids={second},001Sb0000009999,{first}&fields=Name");

        Assert.That(posted.Text, Is.EqualTo(expected));
        Assert.That(got.Text, Is.EqualTo(expected));
    }

    [TestCase(2000, HttpStatusCode.OK)]
    [TestCase(2001, HttpStatusCode.BadRequest)]
    public async Task A_retrieve_takes_two_thousand_ids(int count, HttpStatusCode status)
    {
        var ids = string.Join(',', Enumerable.Repeat("\"001Sb0000009999\"", count));

        Assert.That((await Org.Data("POST", $"{Path}/Account", $$"""{"ids":[{{ids}}],"fields":["Id"]}""")).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Records_of_one_call_share_their_stamp()
    {
        await Org.Data("POST", Path, Body(false, [.. Enumerable.Repeat("""{"attributes":{"type":"Account"},"Name":"A"}""", 3)]));

        var stamps = Org.Org.Read(store => store["Account"].Scan().Select(record => record.SystemModstamp).Distinct().ToList());
        Assert.That(stamps, Is.EqualTo(new[] { WireOrg.Start }));
    }

    private Task<string> LastAccountId() => Task.FromResult(Org.Org.Read(store => store["Account"].Scan().Last().Id));

    private static string Body(bool allOrNone, params string[] records) =>
        $$"""{"allOrNone":{{(allOrNone ? "true" : "false")}},"records":[{{string.Join(',', records)}}]}""";
}
