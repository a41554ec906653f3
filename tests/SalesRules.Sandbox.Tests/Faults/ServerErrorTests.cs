using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class ServerErrorTests : FaultTests
{
    [TestCase(FaultMoment.Before, null)]
    [TestCase(FaultMoment.After, "Call")]
    public async Task The_moment_decides_whether_the_save_stands(FaultMoment moment, string? saved)
    {
        var id = await Org.InsertDeal();
        Faults.Add(new ServerErrorFault { Moment = moment, When = new() { Nth = 1 } });

        var reply = await Patch(id);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(Code(reply), Is.EqualTo("UNKNOWN_EXCEPTION"));
        Assert.That(await NextStep(id), Is.EqualTo(saved));
    }

    [Test]
    public async Task A_server_that_is_too_busy_says_so_in_JSON()
    {
        Faults.Add(new ServerErrorFault { Status = 503 });

        AssertError(await Org.Data("GET", "limits"), 503, "SERVER_UNAVAILABLE", "Server too busy / under maintenance");
    }

    [TestCase(502, "502 Bad Gateway")]
    [TestCase(504, "504 Gateway Timeout")]
    [TestCase(429, "429 Too Many Requests")]
    [TestCase(420, "420 Enhance Your Calm")]
    public async Task A_gateway_answers_with_a_page(int status, string title)
    {
        Faults.Add(new ServerErrorFault { Status = status });

        var reply = await Org.Data("GET", "limits");

        Assert.That((int)reply.Status, Is.EqualTo(status));
        Assert.That(reply.Header("Content-Type"), Is.EqualTo("text/html;charset=UTF-8"));
        Assert.That(reply.Text, Does.Contain($"<h1>{title}</h1>"));
    }

    [Test]
    public async Task The_body_may_be_another_than_usual()
    {
        Faults.Add(new ServerErrorFault { Status = 503, Body = ErrorBody.Empty, When = new() { Nth = 1 } });
        Faults.Add(new ServerErrorFault { Status = 503, Body = ErrorBody.Gateway });

        Assert.That((await Org.Data("GET", "limits")).Text, Is.Empty);
        Assert.That((await Org.Data("GET", "limits")).Text, Does.Contain("503 Service Unavailable"));
    }

    [Test]
    public async Task Any_error_of_the_API_can_be_asked_for()
    {
        Faults.Add(new ApiErrorFault { Status = 400, Code = "TXN_SECURITY_METERING_ERROR", Message = "took too long" });

        AssertError(await Org.Data("GET", "limits"), 400, "TXN_SECURITY_METERING_ERROR", "took too long");
    }

    [Test]
    public async Task The_common_refusals_need_no_parameters()
    {
        Faults.Add(new QueryTimeoutFault { When = new() { Nth = 1 } });
        Faults.Add(new ConcurrentLimitFault { When = new() { Nth = 2 } });
        Faults.Add(new PermissionLostFault { When = new() { Nth = 3 } });

        AssertError(await Query("SELECT Id FROM User"), 400, "QUERY_TIMEOUT", "Your query request was running for too long.");
        AssertError(await Query("SELECT Id FROM User"), 403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
        AssertError(await Query("SELECT Id FROM User"), 403, "INSUFFICIENT_ACCESS", "insufficient access rights on object id");
        Assert.That((await Query("SELECT Id FROM User")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_refused_sign_in_is_one_object_and_strikes_nothing_else()
    {
        Faults.Add(new SignInRefusedFault());

        var reply = await Org.Form("/services/oauth2/token", ("grant_type", "client_credentials"), ("client_id", "sandbox"), ("client_secret", "sandbox"));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo("""{"error":"invalid_grant","error_description":"user hasn't approved this consumer"}"""));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_web_page_comes_with_a_status_that_clients_believe()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new HtmlPageFault { When = new() { Nth = 1 } });
        Faults.Add(new HtmlPageFault { Status = 503, Html = "<p>Later</p>", Moment = FaultMoment.After, When = new() { Nth = 2 } });

        var first = await Patch(id);
        var second = await Patch(id, """{"NextStep":"Meet"}""");

        Assert.That((first.Status, first.Header("Content-Type")), Is.EqualTo((HttpStatusCode.OK, "text/html;charset=UTF-8")));
        Assert.That(first.Text, Does.StartWith("<!DOCTYPE html>"));
        Assert.That((second.Status, second.Text), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "<p>Later</p>")));
        Assert.That(await NextStep(id), Is.EqualTo("Meet"));
    }

    [Test]
    public async Task The_first_fault_that_answers_wins_and_every_one_counts()
    {
        Faults.Add(new ServerErrorFault { Id = "first", Status = 502 });
        Faults.Add(new ServerErrorFault { Id = "second", Status = 503 });

        Assert.That((int)(await Org.Data("GET", "limits")).Status, Is.EqualTo(502));
        Assert.That(Faults.List().Select(report => report.Struck), Is.EqualTo(new[] { 1, 1 }));
    }
}
