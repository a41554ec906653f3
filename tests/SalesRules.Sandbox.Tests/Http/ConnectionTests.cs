using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

/// <summary>What holds for every call: sessions, versions, slashes, methods, counting, compression.</summary>
public sealed class ConnectionTests : WireTests
{
    private const string Expired = """[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""";

    [TestCase("Bearer 00DSb0000000001!nonsense")]
    [TestCase("")]
    public async Task A_call_without_a_live_session_is_401_in_an_array(string authorization)
    {
        var reply = await Org.Data("GET", "limits", null, ("Authorization", authorization));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(reply.Text, Is.EqualTo(Expired));
        Assert.That(reply.Header("Content-Type"), Is.EqualTo("application/json;charset=UTF-8"));
        Assert.That(Org.Server.ApiCalls, Is.Zero);
    }

    [Test]
    public async Task The_oauth_scheme_is_as_good_as_bearer_and_others_are_refused()
    {
        Assert.That((await Org.Data("GET", "limits", null, ("Authorization", $"OAuth {Org.Token}"))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Org.Data("GET", "limits", null, ("Authorization", "Basic eDp5"))).Text,
            Is.EqualTo("""[{"message":"INVALID_HEADER_TYPE","errorCode":"INVALID_AUTH_HEADER"}]"""));
    }

    [Test]
    public async Task The_versions_are_listed_without_a_session()
    {
        var reply = await Org.Send("GET", "/services/data", (string?)null, ("Authorization", ""));

        Assert.That(reply.Text, Does.Contain("""{"label":"Summer '25","url":"/services/data/v64.0","version":"64.0"}"""));
        Assert.That(reply.Text, Does.EndWith("""{"label":"Summer '26","url":"/services/data/v67.0","version":"67.0"}]"""));
    }

    [TestCase("v50.0")]
    [TestCase("v51.0")]
    [TestCase("v67.0")]
    [TestCase("v70.0")]
    public async Task Any_version_lists_its_resources_under_itself_and_an_absolute_identity(string version)
    {
        var map = (await Org.Send("GET", $"/services/data/{version}", (string?)null)).Json;

        Assert.That(map.GetProperty("sobjects").GetString(), Is.EqualTo($"/services/data/{version}/sobjects"));
        Assert.That(map.GetProperty("identity").GetString(), Is.EqualTo($"{Org.Server.Address}id/{Org.Org.Id}/{Org.Org.AdminUserId}"));
    }

    [TestCase("//services/data/v64.0/limits")]
    [TestCase("/services/data/v64.0/limits/")]
    [TestCase("/services//data//v64.0//limits//")]
    [TestCase("/services/data/v64.0/query/?q=SELECT%20Id%20FROM%20User")]
    [TestCase("/services/data/v64.0/sobjects/opportunity/DESCRIBE/")]
    public async Task Doubled_and_trailing_slashes_and_letter_case_do_not_matter(string path)
    {
        Assert.That((await Org.Send("GET", path, (string?)null)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("sobjects/Nope__c")]
    [TestCase("sobjects/Nope__c/describe")]
    [TestCase("nonsense")]
    public async Task What_does_not_exist_is_404(string path)
    {
        var reply = await Org.Data("GET", path);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(reply.Text, Is.EqualTo("""[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]"""));
    }

    [TestCase("/cometd/64.0")]
    [TestCase("/cometd/64.0/handshake")]
    public async Task A_probe_for_streaming_is_refused_cleanly(string path)
    {
        var reply = await Org.Send("GET", path, (string?)null);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Does.Contain("no streaming API"));
    }

    [TestCase("/services/data/latest/limits")]
    [TestCase("/services/apexrest/x")]
    public async Task Paths_outside_the_data_api_are_404(string path)
    {
        var reply = await Org.Send("GET", path, (string?)null);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(reply.Text, Does.Contain("NOT_FOUND"));
    }

    [Test]
    public async Task An_unsupported_verb_is_405_and_names_the_allowed_ones()
    {
        var reply = await Org.Data("PUT", "sobjects/Account", "{}");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(reply.Text, Is.EqualTo("""[{"message":"HTTP Method 'PUT' not allowed. Allowed are GET,HEAD,POST","errorCode":"METHOD_NOT_ALLOWED"}]"""));
    }

    [TestCase("{\"Name\":")]
    [TestCase("[]")]
    [TestCase("Name=Acme")]
    public async Task A_body_that_is_no_json_object_is_a_parser_error(string body)
    {
        var reply = await Org.Data("POST", "sobjects/Account", body);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("JSON_PARSER_ERROR"));
        Assert.That(reply.Json[0].TryGetProperty("fields", out _), Is.False);
    }

    [Test]
    public async Task Every_counted_call_says_how_many_there_have_been()
    {
        var first = await Org.Data("GET", "limits");
        var failed = await Org.Data("GET", "sobjects/Nope__c");

        Assert.That(first.Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=1/100000"));
        Assert.That(failed.Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=2/100000"));
        Assert.That(Org.Server.ApiCalls, Is.EqualTo(2));
        Assert.That(Org.Server.Calls.Latest.Select(call => (call.Resource, call.Status)),
            Is.EqualTo(new[] { ("limits", 200), ("sobjects/{object}", 404) }));
    }

    [Test]
    public async Task Signing_in_does_not_count()
    {
        await Org.Form("/services/oauth2/token", ("grant_type", "client_credentials"), ("client_id", "sandbox"), ("client_secret", "sandbox"));
        await Org.Send("GET", "/services/oauth2/userinfo", (string?)null);

        Assert.That(Org.Server.ApiCalls, Is.Zero);
    }

    [Test]
    public async Task Limits_tell_what_is_left()
    {
        await Org.Data("GET", "sobjects");

        var limits = (await Org.Data("GET", "limits/")).Json;

        Assert.That(limits.GetProperty("DailyApiRequests").GetRawText(), Is.EqualTo("""{"Max":100000,"Remaining":99998}"""));
        Assert.That(limits.GetProperty("DailyBulkV2QueryJobs").GetRawText(), Is.EqualTo("""{"Max":10000,"Remaining":10000}"""));
    }

    [Test]
    public async Task A_used_up_allowance_is_403_until_a_day_has_passed()
    {
        await using var small = await WireOrg.StartAsync(Options with { DailyApiRequests = 2 });
        await small.Data("GET", "limits");
        Assert.That((await small.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));

        var refused = await small.Data("GET", "limits");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(refused.Text, Is.EqualTo("""[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]"""));
        small.AdvanceToNewSession(TimeSpan.FromHours(24));
        Assert.That((await small.Data("GET", "limits")).Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=1/2"));
    }

    [Test]
    public async Task The_date_header_is_the_orgs_clock()
    {
        Assert.That((await Org.Data("GET", "limits")).Header("Date"), Is.EqualTo("Mon, 02 Mar 2026 09:30:00 GMT"));
    }

    [Test]
    public async Task Pretty_print_indents()
    {
        var reply = await Org.Data("GET", "sobjects/User/" + Org.Org.AdminUserId + "?fields=Username", null, ("x-prettyprint", "1"));

        Assert.That(reply.Text, Does.StartWith("{\n  \"attributes\": {\n"));
    }

    [Test]
    public async Task A_gzip_body_is_read()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync("""{"Name":"Packed"}"""u8.ToArray());
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        var reply = await Org.Send("POST", "/services/data/v64.0/sobjects/Account", content);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
    }

    [Test]
    public async Task A_client_that_cannot_send_patch_may_post_it()
    {
        var id = await Org.Insert("Account", """{"Name":"Before"}""");

        Assert.That((await Org.Data("POST", $"sobjects/Account/{id}?_HttpMethod=PATCH", """{"Name":"After"}""")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await Org.Field("Account", id, "Name"), Is.EqualTo("\"After\""));
    }

    [Test]
    public async Task A_url_of_more_than_sixteen_thousand_bytes_is_refused()
    {
        Assert.That((await Org.Data("GET", "query?q=" + new string('x', 17_000))).Status, Is.EqualTo(HttpStatusCode.RequestUriTooLong));
    }

    [Test]
    public async Task Two_orgs_have_different_ids_unless_pinned()
    {
        var open = new SandboxOptions { Opportunities = 0 };
        await using var first = await WireOrg.StartAsync(open);
        await using var second = await WireOrg.StartAsync(open);

        Assert.That(first.Org.Id, Is.Not.EqualTo(second.Org.Id));
        Assert.That(first.Org.Id, Does.Match("^00D[A-Za-z0-9]{15}$"));
        Assert.That(Org.Org.Id, Is.EqualTo("00DSb0000000001MAA"));
    }
}
