using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Connection.Usage;

internal sealed class UsageTests : StubFixture
{
    [TestCase("api-usage=18/15000", 18, 15000)]
    [TestCase("api-usage=25/5000; per-app-api-usage=17/250(appName=my-app)", 25, 5000)]
    [TestCase("per-app-api-usage=17/250(appName=my-app); api-usage=25/5000", 25, 5000)]
    [TestCase("API-Usage=15001/15000", 15001, 15000)]
    public void The_limit_header_is_read(string header, long used, long max) =>
        Assert.That(ApiUsage.Parse(header), Is.EqualTo(new ApiUsage(used, max)));

    [TestCase("")]
    [TestCase("per-app-api-usage=17/250(appName=x)")]
    [TestCase("api-usage=many/5000")]
    [TestCase("api-usage=-1/5000")]
    public void A_header_that_tells_nothing_is_no_figure(string header) => Assert.That(ApiUsage.Parse(header), Is.Null);

    [Test]
    public void Remaining_never_falls_below_zero_and_the_share_may_pass_one()
    {
        Assert.That(new ApiUsage(15001, 15000).Remaining, Is.Zero);
        Assert.That(new ApiUsage(14999, 15000).Remaining, Is.EqualTo(1));
        Assert.That(new ApiUsage(6000, 5000).UsedShare, Is.EqualTo(1.2m));
        Assert.That(new ApiUsage(0, 0).UsedShare, Is.EqualTo(1m));
    }

    [Test]
    public async Task Every_reply_tells_the_usage_and_a_new_figure_raises_an_event()
    {
        Stub.Then(Limited("api-usage=18/15000"), Limited("api-usage=18/15000"), Limited("api-usage=19/15000"));
        var client = Client();
        var monitor = client.Get<ApiUsageMonitor>();
        var seen = new List<ApiUsage>();
        monitor.Changed += seen.Add;

        for (var i = 0; i < 3; i++)
            await client.Connection.SendAsync(Read, default);

        Assert.That(seen, Is.EqualTo(new[] { new ApiUsage(18, 15000), new ApiUsage(19, 15000) }));
        Assert.That(monitor.Current, Is.EqualTo(new ApiUsage(19, 15000)));
    }

    [Test]
    public async Task A_refused_call_tells_the_usage_too()
    {
        Stub.Then(StubReply.Json("""[{"message":"x","errorCode":"MALFORMED_QUERY"}]""", 400, ("Sforce-Limit-Info", "api-usage=7/9")));
        var client = Client();

        await FailureAsync(() => client.Connection.SendAsync(Read, default));

        Assert.That(client.Get<ApiUsageMonitor>().Current, Is.EqualTo(new ApiUsage(7, 9)));
    }

    [Test]
    public async Task The_servers_clock_counts_and_not_ours()
    {
        var clock = new FakeClock();
        Stub.Then(StubReply.Json("{}", 200, ("Date", "Sun, 01 Mar 2026 12:00:00 GMT")));
        var client = Client(clock);

        await client.Connection.SendAsync(Read, default);
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.That(client.Get<ServerClock>().Now, Is.EqualTo(new DateTimeOffset(2026, 3, 1, 12, 5, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task The_counts_of_a_run_are_the_difference_of_two_counts()
    {
        Stub.Answer = _ => StubReply.NoRows;
        var client = Client();
        await client.Connection.SendAsync(Read, default);
        var before = client.Calls;

        await client.Connection.SendAsync(Read, default);
        await client.Connection.SendAsync(Read with { Kind = CallKind.Describe }, default);

        var run = client.Calls.Since(before);
        Assert.That(run.ToString(), Is.EqualTo("Describe 1, Query 1"));
        Assert.That(run.ApiCalls, Is.EqualTo(2));
    }

    private static StubReply Limited(string header) => StubReply.Json("{}", 200, ("Sforce-Limit-Info", header));
}
