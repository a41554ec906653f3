using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Reading;

internal sealed class ReadWindowTests : StubFixture
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_first_read_has_no_edges_and_keeps_the_servers_second()
    {
        var window = ReadWindow.After(null, Ten.AddMilliseconds(900), TimeSpan.FromMinutes(10), TimeSpan.Zero);

        Assert.That(window, Is.EqualTo(new ReadWindow(null, null, Ten)));
        Assert.That(window.Condition, Is.Null);
    }

    [Test]
    public void A_later_read_begins_before_the_watermark_and_ends_a_little_after_the_servers_clock()
    {
        var window = ReadWindow.After(Ten, Ten.AddHours(1), TimeSpan.FromMinutes(10), TimeSpan.Zero);

        Assert.That(window, Is.EqualTo(new ReadWindow(Ten.AddMinutes(-10), Ten.AddHours(1).AddSeconds(2), Ten.AddHours(1))));
        Assert.That(
            window.Condition!.ToString(),
            Is.EqualTo("(SystemModstamp >= 2026-03-02T09:50:00.000Z) AND (SystemModstamp <= 2026-03-02T11:00:02.000Z)"));
    }

    [Test]
    public void A_lag_holds_back_both_the_upper_edge_and_the_watermark()
    {
        var window = ReadWindow.After(Ten, Ten.AddHours(1), TimeSpan.Zero, TimeSpan.FromMinutes(5));

        Assert.That((window.From, window.Watermark), Is.EqualTo((Ten, Ten.AddMinutes(55))));
    }

    [Test]
    public void A_clock_that_went_back_does_not_move_the_watermark_back()
    {
        var window = ReadWindow.After(Ten, Ten.AddHours(-1), TimeSpan.FromMinutes(10), TimeSpan.Zero);

        Assert.That((window.From, window.Watermark), Is.EqualTo((Ten.AddMinutes(-10), Ten)));
    }

    [Test]
    public async Task The_reader_takes_the_servers_clock_and_the_options()
    {
        var clock = new FakeClock();
        Stub.AnswerSignIn = (_, _) => StubReply.Json(
            $$"""{"access_token":"t","instance_url":"{{Stub.Url}}","id":"https://x/id/00Dxx0000001gPLEAY/005xx000001SvogAAC"}""",
            200,
            ("Date", "Mon, 02 Mar 2026 12:00:00 GMT"));
        var client = Client(clock, ("ReadOverlap", "00:03:00"), ("ReadLag", "00:00:30"));

        var window = await client.Opportunities.WindowAfterAsync(Ten, default);

        Assert.That((window.From, window.Watermark), Is.EqualTo((Ten.AddMinutes(-3), Ten.AddHours(2).AddSeconds(-30))));
    }
}
