using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Receivers;

namespace SalesRules.Notifications.Tests.Channels;

internal sealed class ChannelBookTests
{
    [Test]
    public async Task Channels_are_found_by_their_names_whatever_the_case()
    {
        await using var setup = new Setup(TimeProvider.System,
            ("Sales-Slack:Kind", "Slack"), ("Sales-Slack:Url", "https://hooks.slack.example/x"), ("ops:Kind", "Teams"), ("ops:Url", "https://teams.example/x"));

        Assert.That(setup.Book.Find("sales-slack")?.Name, Is.EqualTo("Sales-Slack"));
        Assert.That(setup.Book.Find("nobody"), Is.Null);
        Assert.That(setup.Book.All, Has.Count.EqualTo(2));
    }

    [TestCase(200, "Information 4001 Channel sales delivered alert/006A000001kUVyzIAG/forecast.above-ceiling/2026-03-02 in ")]
    [TestCase(500, "Warning 4002 Channel sales failed to deliver alert/")]
    [TestCase(404, "Error 4003 Channel sales refused alert/")]
    public async Task Every_try_is_logged(int status, string line)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = _ => Reply.Of(status);
        await using var setup = Setup.Teams(receiver.Url);

        await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        Assert.That(setup.Log.Lines.Single(), Does.StartWith(line));
    }
}
