using SalesRules.Alerts;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Journal.Messages;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class AlertDispatchTests
{
    private static readonly (string, string)[] Everybody =
    [
        ("Channels:mail:Kind", "Email"), ("Channels:mail:Host", "127.0.0.1"), ("Channels:mail:Port", "1"), ("Channels:mail:Tls", "None"), ("Channels:mail:From", "rules@sales.example"),
        ("Channels:ops:Kind", "Webhook"), ("Channels:ops:Url", "http://127.0.0.1:1/"), ("Channels:ops:Secret", "0123456789abcdef0123456789abcdef"),
        ("Recipients:owner:Channels:0", "mail"), ("Recipients:manager:Channels:0", "mail"), ("Recipients:vp-sales:Channels:0", "ops"), ("Recipients:sales-ops:Channels:0", "ops"),
    ];

    [Test]
    public async Task An_alert_goes_to_everybody_whom_the_policy_names_each_once()
    {
        await using var desk = await AlertDesk.OpenAsync(Everybody);
        await using var workplace = await desk.WorkplaceAsync();
        var (owner, manager) = await PeopleAsync(workplace);
        await desk.RaiseAsync(SampleAlerts.AtRisk("a", owner: owner, manager: manager));

        var tally = await workplace.Get<AlertDispatch>().DispatchAsync(desk.OrgId, default);

        Assert.That((tally.Alerts, tally.Messages, tally.Unfilled.Count), Is.EqualTo((1, 3, 0)));
        var messages = await workplace.Journal.MessagesAsync(desk.OrgId, MessageState.Waiting, 10);
        Assert.That(messages.Select(message => message.Recipient), Is.EquivalentTo(new[] { owner.Value, manager.Value, "vp-sales" }));
        var letter = LetterJson.Read(messages.Single(message => message.Recipient == owner.Value).Content);
        Assert.That((letter.Profile, letter.Address), Is.EqualTo(("owner", await AddressAsync(workplace, owner))));
        Assert.That(letter.Message.Actions[0].Link, Is.EqualTo(new Uri(desk.Server.Address, "/006A000001kUVyzIAG")));
        Assert.That((await workplace.Get<AlertDispatch>().DispatchAsync(desk.OrgId, default)).Alerts, Is.Zero, "once");
    }

    [TestCase(5, 5)]
    [TestCase(6, 1)]
    public async Task More_alerts_of_one_run_than_the_policy_wants_at_once_are_one_message(int alerts, int messages)
    {
        await using var desk = await AlertDesk.OpenAsync(Everybody);
        await desk.RaiseAsync([.. Enumerable.Range(0, alerts).Select(number => SampleAlerts.Drift($"drift/{number}"))]);
        await using var workplace = await desk.WorkplaceAsync();

        await workplace.Get<AlertDispatch>().DispatchAsync(desk.OrgId, default);

        Assert.That(await workplace.Journal.MessagesAsync(desk.OrgId, null, 20), Has.Count.EqualTo(messages));
        var listed = await workplace.Journal.AlertsAsync(desk.OrgId, null, unrouted: false, 20);
        Assert.That(listed.Select(one => one.Messages.Count), Is.EqualTo(Enumerable.Repeat(1, alerts)));
    }

    [Test]
    public async Task A_role_that_nobody_fills_is_said_and_the_others_are_told()
    {
        await using var desk = await AlertDesk.OpenAsync(Everybody);
        await desk.RaiseAsync(new Alert { Key = "won/1", Kind = AlertKind.PovCleared, On = new DateOnly(2026, 3, 2), Deal = SampleAlerts.AtRisk("x").Deal, Reasons = ["The gate is cleared."] });
        await using var workplace = await desk.WorkplaceAsync();

        var tally = await workplace.Get<AlertDispatch>().DispatchAsync(desk.OrgId, default);

        Assert.That((tally.Alerts, tally.Messages), Is.EqualTo((1, 0)));
        Assert.That(tally.Unfilled, Is.EqualTo(new[] { "Recipients has no se-director: 1 alert" }));
    }

    private static async Task<(SalesforceId Owner, SalesforceId Manager)> PeopleAsync(Workplace workplace)
    {
        await foreach (var user in workplace.Get<Salesforce.Reading.UserReader>().ReadAsync())
        {
            if (user is { IsActive: true, ManagerId: { } manager } && manager != user.Id && await FindAsync(workplace, manager) is { IsActive: true, Email: not null })
                return (user.Id, manager);
        }

        throw new InvalidOperationException("The sandbox org has nobody with an active manager.");
    }

    private static async Task<string?> AddressAsync(Workplace workplace, SalesforceId id) => (await FindAsync(workplace, id))!.Email;

    private static async Task<Rules.User?> FindAsync(Workplace workplace, SalesforceId id) => (await workplace.Get<Salesforce.Reading.UserReader>().ReadDirectoryAsync()).Find(id);
}
