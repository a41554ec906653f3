using System.Diagnostics.CodeAnalysis;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Receivers;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.Notifications.Tests.Channels;

/// <summary>A channel over HTTP and a receiver for each test, and what holds for every such channel.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
[SuppressMessage("Structure", "NUnit1032:An IDisposable field/property should be Disposed in a TearDown method", Justification = "It is.")]
internal abstract class ChannelFixture
{
    protected Receiver Receiver { get; private set; } = null!;

    protected Setup Setup { get; private set; } = null!;

    protected IChannel Channel => Setup.Channel;

    [SetUp]
    public async Task StartAsync()
    {
        Receiver = await Receiver.StartAsync();
        Setup = Compose(Receiver.Url, "00:01:00");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Setup.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    [Test]
    public async Task No_answer_in_time_is_tried_again()
    {
        Receiver.Answer = _ => Reply.Hang;

        await using var hasty = Compose(Receiver.Url, "00:00:01");

        var verdict = await hasty.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        Assert.That(verdict, Is.EqualTo(new Verdict.RetryLater(null, "Channel sales: there was no answer within 00:00:01. It is tried again.")));
    }

    [Test]
    public async Task A_connection_that_breaks_after_the_request_is_tried_again_because_it_may_not_have_arrived()
    {
        Receiver.Answer = _ => Reply.Reset;

        Assert.That((await RetryAsync()).Reason, Does.Contain("the connection broke before the answer was complete"));
    }

    [Test]
    public async Task An_answer_that_is_torn_is_tried_again()
    {
        Receiver.Answer = _ => Reply.Torn;

        Assert.That((await RetryAsync()).Reason, Does.Contain("the connection broke"));
    }

    [Test]
    public async Task Nobody_listening_is_tried_again()
    {
        await Receiver.DisposeAsync();

        Assert.That((await RetryAsync()).Reason, Does.Contain("no connection could be made"));
    }

    [Test]
    public async Task A_certificate_that_is_not_trusted_is_told_and_nothing_is_sent()
    {
        await using var stranger = await Receiver.StartAsync(TestCertificate.Unknown);
        await using var setup = Compose(stranger.Url, "00:01:00");

        var verdict = await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        Assert.That((verdict as Verdict.RetryLater)?.Reason, Does.Contain("this machine must trust the host's certificate"));
        Assert.That(stranger.Calls, Is.Empty);
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        Receiver.Answer = _ => Reply.Of(307, "", ("Location", $"{Receiver.Url}/elsewhere"));

        Assert.That(await RefusalAsync(), Does.Contain("HTTP 307, the address leads elsewhere"));
        Assert.That(Receiver.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        Receiver.Answer = _ => Reply.Hang;
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThatAsync(() => Channel.SendAsync(Samples.Alert, new Recipient("ana"), patience.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    protected abstract Setup Compose(string url, string timeout);

    protected Task<Verdict> SendAsync() => Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

    protected async Task<Verdict.RetryLater> RetryAsync()
    {
        var verdict = await SendAsync();
        Assert.That(verdict, Is.InstanceOf<Verdict.RetryLater>());
        return (Verdict.RetryLater)verdict;
    }

    protected async Task<string> RefusalAsync()
    {
        var verdict = await SendAsync();
        Assert.That(verdict, Is.InstanceOf<Verdict.Refused>());
        return ((Verdict.Refused)verdict).Reason;
    }
}
