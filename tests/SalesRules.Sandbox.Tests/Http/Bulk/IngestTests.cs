using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http.Bulk;

[CancelAfter(20_000)]
public sealed class IngestTests : WireTests
{
    private const string Deals = "\"object\":\"Opportunity\"";

    [Test]
    public async Task A_job_goes_from_open_over_upload_complete_to_its_end()
    {
        var created = (await Org.Data("POST", "jobs/ingest", """{"object":"opportunity","operation":"insert","contentType":"CSV"}""")).Text;
        var id = Org.Server.Org.AdminUserId;

        Assert.That(created, Is.EqualTo(
            $$"""{"id":"750Sb0000000001IAA","operation":"insert","object":"Opportunity","createdById":"{{id}}","createdDate":"2026-03-02T09:30:00.000+0000","systemModstamp":"2026-03-02T09:30:00.000+0000","state":"Open","concurrencyMode":"Parallel","contentType":"CSV","apiVersion":64.0,"contentUrl":"services/data/v64.0/jobs/ingest/750Sb0000000001IAA/batches","lineEnding":"LF","columnDelimiter":"COMMA"}"""));
        var uploaded = await Org.Upload("750Sb0000000001IAA", "Name,StageName,CloseDate\nAcme,Discovery,2026-06-30\n");
        Assert.That((uploaded.Status, uploaded.Text), Is.EqualTo((HttpStatusCode.Created, "")));
        Assert.That((await Org.Upload("750Sb0000000001IAA", "Name\nx\n")).Status, Is.EqualTo(HttpStatusCode.BadRequest), "one upload a job");
        Assert.That(Org.Org.Read(store => store["Opportunity"].Count), Is.Zero, "nothing runs before the upload is complete");
        var closed = await Org.Data("PATCH", "jobs/ingest/750Sb0000000001IAA", """{"state":"UploadComplete"}""");
        Assert.That((closed.Status, closed.Json.TryGetProperty("contentUrl", out _)), Is.EqualTo((HttpStatusCode.OK, false)));
        var job = await Org.EndOf("ingest", "750Sb0000000001IAA");
        Assert.That(
            (job.GetProperty("state").GetString(), job.GetProperty("jobType").GetString(), job.GetProperty("numberRecordsProcessed").GetInt32(),
                job.GetProperty("numberRecordsFailed").GetInt32()),
            Is.EqualTo(("JobComplete", "V2Ingest", 1, 0)));
        Assert.That(Org.Org.Read(store => store["Opportunity"].Scan().Single()["Name"]), Is.EqualTo("Acme"));
    }

    [Test]
    public async Task Each_row_has_a_fate_of_its_own()
    {
        var (id, job) = await Org.Ingest($"{Deals},\"operation\":\"insert\"",
            "Name,StageName,CloseDate\n\"Acme, \"\"Inc\"\"\",Discovery,2026-06-30\nBad,Discovery,tomorrow\n,Discovery,2026-06-30\n");

        var deal = Org.Org.Read(store => store["Opportunity"].Scan().Single());
        Assert.That((job.GetProperty("numberRecordsProcessed").GetInt32(), job.GetProperty("numberRecordsFailed").GetInt32()), Is.EqualTo((3, 2)));
        Assert.That(await Org.Results(id, "successfulResults"), Is.EqualTo(
            $"\"sf__Id\",\"sf__Created\",\"Name\",\"StageName\",\"CloseDate\"\n\"{deal.Id}\",\"true\",\"Acme, \"\"Inc\"\"\",\"Discovery\",\"2026-06-30\"\n"));
        Assert.That(await Org.Results(id, "failedResults"), Is.EqualTo(
            "\"sf__Id\",\"sf__Error\",\"Name\",\"StageName\",\"CloseDate\"\n"
            + "\"\",\"INVALID_TYPE_ON_FIELD_IN_RECORD:Close Date: value not of required type: tomorrow:CloseDate --\",\"Bad\",\"Discovery\",\"tomorrow\"\n"
            + "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"\",\"Discovery\",\"2026-06-30\"\n"));
        Assert.That(await Org.Results(id, "unprocessedrecords"), Is.EqualTo("\"Name\",\"StageName\",\"CloseDate\"\n"));
    }

    [Test]
    public async Task An_empty_cell_keeps_a_value_and_a_marked_one_clears_it()
    {
        var deal = await Org.InsertDeal("\"NextStep\":\"Call\",\"Description\":\"Old\"");

        await Org.Ingest($"{Deals},\"operation\":\"update\"", $"Id,NextStep,Description\n{deal},,#N/A\n");

        Assert.That((await Org.Field("Opportunity", deal, "NextStep"), await Org.Field("Opportunity", deal, "Description")), Is.EqualTo(("\"Call\"", "null")));
    }

    [Test]
    public async Task An_upsert_inserts_and_updates_by_its_key_and_finds_parents_by_theirs()
    {
        var deal = await Org.InsertDeal();
        const string job = "\"object\":\"MIQL_Score__c\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Key__c\"";

        var (first, _) = await Org.Ingest(job, $"Key__c,Opportunity__c,Outcome__c\nk-1,{deal},1\n");
        var (second, ended) = await Org.Ingest(job, "Key__c,Outcome__c\nk-1,3\n");

        Assert.That(await Org.Results(first, "successfulResults"), Does.Contain("\"true\",\"k-1\""));
        Assert.That(await Org.Results(second, "successfulResults"), Does.Contain("\"false\",\"k-1\""));
        Assert.That(ended.GetProperty("externalIdFieldName").GetString(), Is.EqualTo("Key__c"));
        Assert.That(Org.Org.Read(store => store["MIQL_Score__c"].Scan().Single()["Outcome__c"]), Is.EqualTo(3m));
    }

    [TestCase("delete", true)]
    [TestCase("hardDelete", false)]
    public async Task A_delete_goes_to_the_recycle_bin_or_past_it(string operation, bool inBin)
    {
        var deal = await Org.InsertDeal();

        await Org.Ingest($"{Deals},\"operation\":\"{operation}\"", $"Id\n{deal}\n");

        Assert.That(Org.Org.Read(store => store["Opportunity"].Find(deal)?.IsDeleted), Is.EqualTo(inBin ? true : null));
    }

    [TestCase("insert", "Name,Nope__c\nx,y\n", "InvalidBatch : Field name not found : Nope__c", 1)]
    [TestCase("delete", "Id,Name\nx,y\n", "InvalidBatch : The 'delete' batch must contain only ids", 1)]
    [TestCase("insert", "Name\r\nx\r\n", "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF", 0)]
    [TestCase("insert", "Name,StageName\nx\n", "ClientInputError : a row has 1 cells where the header has 2: x", 1)]
    public async Task A_file_that_cannot_be_read_fails_the_job(string operation, string csv, string message, int left)
    {
        var (id, job) = await Org.Ingest($"{Deals},\"operation\":\"{operation}\"", csv);

        Assert.That((job.GetProperty("state").GetString(), job.GetProperty("errorMessage").GetString()), Is.EqualTo(("Failed", message)));
        Assert.That((await Org.Results(id, "unprocessedRecords")).Count(sign => sign == '\n') - 1, Is.EqualTo(left), "rows that were read are left");
    }

    [Test]
    public async Task Other_delimiters_and_line_ends_are_read_and_written_back()
    {
        var (id, job) = await Org.Ingest(
            $"{Deals},\"operation\":\"insert\",\"columnDelimiter\":\"SEMICOLON\",\"lineEnding\":\"CRLF\"", "Name;StageName;CloseDate\r\nAcme, Inc;Discovery;2026-06-30\r\n");

        Assert.That(job.GetProperty("numberRecordsFailed").GetInt32(), Is.Zero);
        Assert.That(await Org.Results(id, "successfulResults"), Does.EndWith("\"true\";\"Acme, Inc\";\"Discovery\";\"2026-06-30\"\r\n"));
    }

    [Test]
    public async Task An_aborted_job_takes_no_data_and_can_be_deleted()
    {
        var id = await Org.CreateJob("ingest", """{"object":"Opportunity","operation":"insert"}""");

        Assert.That((await Org.Data("DELETE", $"jobs/ingest/{id}")).Status, Is.EqualTo(HttpStatusCode.BadRequest), "it is still open");
        Assert.That((await Org.Data("PATCH", $"jobs/ingest/{id}", """{"state":"Aborted"}""")).Json.GetProperty("state").GetString(), Is.EqualTo("Aborted"));
        Assert.That((await Org.Upload(id, "Name\nx\n")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Org.Data("PATCH", $"jobs/ingest/{id}", """{"state":"UploadComplete"}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Org.Data("DELETE", $"jobs/ingest/{id}")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Org.Data("GET", $"jobs/ingest/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""{"object":"Nope__c","operation":"insert"}""", "INVALIDENTITY")]
    [TestCase("""{"object":"Opportunity","operation":"merge"}""", "INVALIDJOB")]
    [TestCase("""{"object":"Opportunity","operation":"insert","contentType":"XML"}""", "INVALIDJOB")]
    [TestCase("""{"object":"Opportunity","operation":"insert","lineEnding":"CR"}""", "INVALIDJOB")]
    [TestCase("""{"object":"Opportunity","operation":"upsert"}""", "INVALIDJOB")]
    [TestCase("""{"object":"Opportunity","operation":"upsert","externalIdFieldName":"Name"}""", "INVALIDJOB")]
    public async Task A_job_that_could_never_run_is_not_created(string body, string code)
    {
        var reply = await Org.Data("POST", "jobs/ingest", body);

        Assert.That((reply.Status, reply.Json[0].GetProperty("errorCode").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, code)));
        Assert.That((await Org.Data("GET", "jobs/ingest")).Text, Is.EqualTo("""{"done":true,"records":[],"nextRecordsUrl":null}"""));
    }
}
