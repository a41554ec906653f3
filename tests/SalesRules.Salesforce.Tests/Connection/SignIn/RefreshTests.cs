using System.Collections.Concurrent;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Connection.SignIn;

internal sealed class RefreshTests : StubFixture
{
    private const string FirstToken = "00Dxx0000001gPL!1";

    [Test]
    public async Task A_hundred_refused_calls_share_one_refresh_and_are_each_replayed_once()
    {
        var perToken = new ConcurrentDictionary<string, int>();
        Stub.Answer = call =>
        {
            perToken.AddOrUpdate(call.Token, 1, (_, n) => n + 1);
            return call.Token == FirstToken ? StubReply.SessionExpired : StubReply.NoRows;
        };
        var client = Client(("MaxConcurrentRequests", "25"));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.Connection.SendAsync(Read, default)));

        Assert.That(Stub.SignIns, Is.EqualTo(2));
        Assert.That(perToken["00Dxx0000001gPL!2"], Is.EqualTo(100));
        Assert.That(perToken[FirstToken], Is.LessThanOrEqualTo(100));
    }

    [Test]
    public async Task A_refusal_of_a_call_from_before_the_refresh_only_replays()
    {
        var refreshed = new TaskCompletionSource();
        var slow = new TaskCompletionSource();
        Stub.Answer = call =>
        {
            if (call.Token != FirstToken)
                return StubReply.NoRows;
            if (call.Soql == "x")
                return StubReply.SessionExpired;
            slow.SetResult();
            return StubReply.SessionExpired.After(refreshed.Task);
        };
        var client = Client();

        var early = client.Connection.SendAsync(Read with { Path = "query?q=slow" }, default);
        await slow.Task;
        await client.Connection.SendAsync(Read, default);
        refreshed.SetResult();
        await early;

        Assert.That(Stub.SignIns, Is.EqualTo(2));
    }

    [Test]
    public async Task An_org_that_refuses_every_session_is_asked_twice_and_no_more()
    {
        Stub.Answer = _ => StubReply.SessionExpired;

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That((Stub.Calls.Count, Stub.SignIns), Is.EqualTo((2, 2)));
        Assert.That(failure.Message, Does.Contain("a new one was refused as well"));
    }

    [TestCase("This session is not valid for use with the REST API")]
    [TestCase("Connected app is not attached to Agent")]
    public async Task A_session_that_a_refresh_cannot_cure_is_not_refreshed(string message)
    {
        Stub.Answer = _ => StubReply.Error(401, "INVALID_SESSION_ID", message);

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That((Stub.Calls.Count, Stub.SignIns), Is.EqualTo((1, 1)));
        Assert.That(failure.Verdict, Is.EqualTo(Verdict.RefuseRun));
    }

    [Test]
    public async Task A_refused_session_with_an_empty_body_is_refreshed_too()
    {
        Stub.Then(StubReply.Empty(401), StubReply.NoRows);

        await Client().Connection.SendAsync(Read, default);

        Assert.That(Stub.SignIns, Is.EqualTo(2));
    }

    [Test]
    public async Task A_failing_sign_in_is_shared_by_all_who_wait_for_it()
    {
        var client = Client();
        await client.Connection.IdentityAsync(default);
        var allWait = new TaskCompletionSource();
        Stub.AnswerSignIn = (_, _) => StubReply.OAuthError("invalid_client", "invalid client credentials").After(allWait.Task);
        Stub.Answer = _ => StubReply.SessionExpired;

        var calls = Enumerable.Range(0, 8).Select(_ => client.Connection.SendAsync(Read, default)).ToList();
        await WhenAllCallsWereRefusedAsync(client, calls.Count);
        allWait.SetResult();
        var failures = await Task.WhenAll(calls.Select(call => FailureAsync(() => call)));

        Assert.That(Stub.SignIns, Is.EqualTo(2));
        Assert.That(failures, Has.All.Property(nameof(SalesforceException.ErrorCode)).EqualTo("invalid_client"));
    }

    [Test]
    public async Task After_a_failed_sign_in_the_next_call_tries_again()
    {
        Stub.AnswerSignIn = (number, _) => number == 1 ? StubReply.OAuthError("invalid_grant", "authentication failure") : Stub.TokenReply(number);
        Stub.Then(StubReply.NoRows);
        var client = Client();

        Assert.That((await FailureAsync(() => client.Connection.SendAsync(Read, default))).ErrorCode, Is.EqualTo("invalid_grant"));
        await client.Connection.SendAsync(Read, default);

        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_replay_goes_to_the_instance_that_the_refresh_named()
    {
        await using var moved = await StubServer.StartAsync();
        moved.Then(StubReply.NoRows);
        Stub.Then(StubReply.SessionExpired);
        Stub.AnswerSignIn = (number, _) => number == 1 ? Stub.TokenReply(1) : moved.TokenReply(2);

        await Client().Connection.SendAsync(Read, default);

        Assert.That((Stub.Calls.Count, moved.Calls.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task One_caller_that_gives_up_does_not_end_the_sign_in_of_the_others()
    {
        var release = new TaskCompletionSource();
        Stub.AnswerSignIn = (number, _) => Stub.TokenReply(number).After(release.Task);
        Stub.Answer = _ => StubReply.NoRows;
        var client = Client();
        using var cancel = new CancellationTokenSource();

        var impatient = client.Connection.SendAsync(Read, cancel.Token);
        var patient = client.Connection.SendAsync(Read, default);
        cancel.Cancel();
        await Assert.ThatAsync(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();

        await Assert.ThatAsync(async () => await patient, Throws.Nothing);
        Assert.That(Stub.SignIns, Is.EqualTo(1));
    }

    // Each refused call logs that it refreshes right before it waits.
    private static async Task WhenAllCallsWereRefusedAsync(Client client, int calls)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (client.Log.Split("2002 ").Length <= calls)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
