using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Connection;

internal sealed class RetryTests : StubFixture
{
    private static readonly SalesforceRequest Write = new(HttpMethod.Patch, "composite/sobjects", CallKind.Update, "Update of Opportunity")
    {
        Body = "{}"u8.ToArray(),
    };

    [Test]
    public async Task A_read_survives_two_unavailable_replies_and_counts_three_calls()
    {
        Stub.Then(StubReply.Error(503, "SERVER_UNAVAILABLE", "Server too busy"), StubReply.Html(503), StubReply.NoRows);
        var client = Client();

        await client.Connection.SendAsync(Read, default);

        Assert.That(client.Calls[CallKind.Query], Is.EqualTo(3));
        Assert.That(client.Calls.ApiCalls, Is.EqualTo(3));
        Assert.That(client.Calls[CallKind.SignIn], Is.EqualTo(1));
    }

    [Test]
    public async Task A_read_gives_up_after_the_allowed_repeats()
    {
        Stub.Answer = _ => StubReply.Empty(502);
        var client = Client(("MaxRetries", "3"));

        var failure = await FailureAsync(() => client.Connection.SendAsync(Read, default));

        Assert.That(Stub.Calls, Has.Count.EqualTo(4));
        Assert.That((failure.ErrorCode, failure.HttpStatus, failure.IsTransient), Is.EqualTo(("HTTP_502", 502, true)));
    }

    [Test]
    public async Task A_page_that_says_the_org_is_not_ready_is_tried_twice_more_at_most()
    {
        Stub.Answer = _ => StubReply.Html(420);

        Assert.That((await FailureAsync(() => Client().Connection.SendAsync(Read, default))).ErrorCode, Is.EqualTo("HTTP_420"));
        Assert.That(Stub.Calls, Has.Count.EqualTo(3));
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task A_read_is_repeated_when_the_connection_breaks(int fault)
    {
        Stub.Then(fault == 0 ? StubReply.Torn : StubReply.Lost, StubReply.NoRows);
        var client = Client();

        await client.Connection.SendAsync(Read, default);

        Assert.That(client.Calls[CallKind.Query], Is.EqualTo(2));
    }

    [Test]
    public async Task A_body_that_is_cut_off_but_closed_properly_is_an_error()
    {
        Stub.Answer = _ => StubReply.Json("""{"totalSize":0,"done":true,"rec""");

        Assert.That((await FailureAsync(() => Client().Connection.SendAsync(Read, default))).ErrorCode, Is.EqualTo(LocalErrorCodes.NotJson));
    }

    [Test]
    public async Task A_page_with_status_200_is_an_error_and_not_an_empty_result()
    {
        Stub.Answer = _ => StubReply.Html(200);

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That(failure.ErrorCode, Is.EqualTo(LocalErrorCodes.NotJson));
        Assert.That(failure.Message, Does.Contain("a page, not data"));
    }

    [Test]
    public async Task A_write_is_not_repeated_when_its_reply_is_lost()
    {
        Stub.Answer = _ => StubReply.Lost;

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Write, default));

        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
        Assert.That(failure.MayHaveBeenCarriedOut);
    }

    [Test]
    public async Task A_write_is_repeated_when_Salesforce_itself_says_that_it_did_nothing()
    {
        Stub.Then(StubReply.Error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."), StubReply.Json("[]"));

        await Client().Connection.SendAsync(Write, default);

        Assert.That(Stub.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_daily_limit_is_not_tried_again()
    {
        Stub.Answer = _ => StubReply.Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
        Assert.That(failure.Verdict, Is.EqualTo(Verdict.Wait));
        Assert.That(failure.Message, Does.Contain("daily API calls are used up"));
    }

    [Test]
    public async Task Retry_After_is_waited_for()
    {
        var clock = new FakeClock();
        Stub.Then(StubReply.Empty(429, ("Retry-After", "7")), StubReply.NoRows);
        var client = Client(clock);

        var call = client.Connection.SendAsync(Read, default);
        await clock.WhenTimerIsSetAsync(due => due == TimeSpan.FromSeconds(7));
        clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.That((Stub.Calls.Count, call.IsCompleted), Is.EqualTo((1, false)));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await call;

        Assert.That(Stub.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_Retry_After_beyond_the_limit_is_reported_instead()
    {
        Stub.Answer = _ => StubReply.Empty(503, ("Retry-After", "61"));

        var failure = await FailureAsync(() => Client(("MaxRetryAfter", "00:01:00")).Connection.SendAsync(Read, default));

        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
        Assert.That(failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(61)));
    }

    [Test]
    public async Task A_try_that_hangs_ends_with_its_timeout()
    {
        var clock = new FakeClock();
        var client = Client(clock, ("AttemptTimeout", "00:00:45"), ("MaxRetries", "0"));
        await client.Connection.IdentityAsync(default);
        var arrived = new TaskCompletionSource();
        Stub.Answer = _ =>
        {
            arrived.TrySetResult();
            return StubReply.Hang;
        };

        var call = client.Connection.SendAsync(Read, default);
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(44));
        Assert.That(call.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));

        var failure = await FailureAsync(() => call);
        Assert.That((failure.ErrorCode, failure.MayHaveBeenCarriedOut), Is.EqualTo((LocalErrorCodes.Timeout, true)));
    }

    [Test]
    public async Task Cancelling_ends_a_call_as_cancelled_and_not_as_a_failure_of_Salesforce()
    {
        var client = Client();
        await client.Connection.IdentityAsync(default);
        using var cancel = new CancellationTokenSource();
        Stub.Answer = _ =>
        {
            cancel.Cancel();
            return StubReply.Hang;
        };

        await Assert.ThatAsync(async () => await client.Connection.SendAsync(Read, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task After_many_failures_Salesforce_is_left_alone_for_a_while()
    {
        var clock = new FakeClock();
        Stub.Answer = _ => StubReply.Empty(503);
        var client = Client(clock, ("MaxRetries", "0"), ("BreakDuration", "00:00:15"));
        for (var i = 0; i < 10; i++)
            await FailureAsync(() => client.Connection.SendAsync(Read, default));

        var refused = await FailureAsync(() => client.Connection.SendAsync(Read, default));
        Assert.That((refused.ErrorCode, refused.Verdict, refused.MayHaveBeenCarriedOut), Is.EqualTo((LocalErrorCodes.CircuitOpen, Verdict.Wait, false)));
        Assert.That(Stub.Calls, Has.Count.EqualTo(10));

        Stub.Answer = _ => StubReply.NoRows;
        clock.Advance(TimeSpan.FromSeconds(15));
        await client.Connection.SendAsync(Read, default);
        Assert.That(Stub.Calls, Has.Count.EqualTo(11));
    }

    [Test]
    public async Task Refusals_of_a_call_do_not_open_the_circuit()
    {
        Stub.Answer = _ => StubReply.Error(400, "MALFORMED_QUERY", "unexpected token: 'FORM'");
        var client = Client();
        for (var i = 0; i < 30; i++)
            await FailureAsync(() => client.Connection.SendAsync(Read, default));

        Stub.Answer = _ => StubReply.NoRows;

        Assert.That(await client.Connection.SendAsync(Read, default), Is.Not.Null);
    }

    [Test]
    public async Task No_more_calls_are_on_the_wire_than_allowed()
    {
        var client = Client(("MaxConcurrentRequests", "3"));
        await client.Connection.IdentityAsync(default);
        var release = new TaskCompletionSource();
        var three = new TaskCompletionSource();
        var arrived = 0;
        Stub.Answer = _ =>
        {
            if (Interlocked.Increment(ref arrived) == 3)
                three.SetResult();
            return StubReply.NoRows.After(release.Task);
        };

        var calls = Enumerable.Range(0, 12).Select(_ => client.Connection.SendAsync(Read, default)).ToList();
        await three.Task;
        Assert.That(client.Calls[CallKind.Query], Is.EqualTo(3));
        release.SetResult();
        await Task.WhenAll(calls);

        Assert.That(client.Calls[CallKind.Query], Is.EqualTo(12));
    }

    [Test]
    public async Task Every_call_names_SalesRules_and_asks_for_gzip()
    {
        Stub.Then(StubReply.NoRows);

        await Client().Connection.SendAsync(Read, default);

        Assert.That(Stub.Calls[0].Headers["Sforce-Call-Options"].ToString(), Is.EqualTo("client=SalesRules"));
        Assert.That(Stub.Calls[0].Headers.AcceptEncoding.ToString(), Does.Contain("gzip"));
        Assert.That(Stub.Calls[0].Path, Is.EqualTo("/services/data/v64.0/query"));
    }

    [Test]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        Stub.Answer = _ => StubReply.Empty(302, ("Location", "/elsewhere"));

        Assert.That((await FailureAsync(() => Client().Connection.SendAsync(Read, default))).ErrorCode, Is.EqualTo("HTTP_302"));
        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
    }
}
