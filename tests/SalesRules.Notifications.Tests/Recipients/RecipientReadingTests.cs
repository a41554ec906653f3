using Microsoft.Extensions.Configuration;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Recipients;
using SalesRules.Notifications.Tests.Channels;

namespace SalesRules.Notifications.Tests.Recipients;

internal sealed class RecipientReadingTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_recipient_has_channels_in_order_with_an_address_of_each()
    {
        var ana = One("Channels:0=SLACK:U0123", "Channels:1=mail:ana@sales.example", "Channels:2=ops");

        Assert.That(ana.Plan.Escalation.Channels, Is.EqualTo(new[] { "slack", "mail", "ops" }));
        Assert.That(ana.At("slack"), Is.EqualTo(new Recipient("ana", "U0123")));
        Assert.That(ana.At("MAIL"), Is.EqualTo(new Recipient("ana", "ana@sales.example")));
        Assert.That(ana.At("ops"), Is.EqualTo(new Recipient("ana")));
    }

    [Test]
    public void Without_a_time_zone_they_may_be_told_at_any_time() => Assert.That(One("Channels:0=mail").Plan.QuietHours, Is.Null);

    [Test]
    public void Hours_days_and_holidays_hold_a_message_back()
    {
        var ana = One("Channels:0=mail", "TimeZone=UTC", "QuietHours=20:00-07:00", "BusinessDays=Mon, wednesday,FRI", "Holidays:0=2026-03-04");

        Assert.That(ana.Plan.Next("k1", Night, []), Is.EqualTo(new DeliveryStep.Send("mail", new DateTimeOffset(2026, 3, 6, 7, 0, 0, TimeSpan.Zero))));
    }

    [Test]
    public void A_time_zone_alone_keeps_weekends_free() =>
        Assert.That(One("Channels:0=mail", "TimeZone=UTC").Plan.QuietHours!.NextAllowed(new DateTimeOffset(2026, 3, 7, 12, 0, 0, TimeSpan.Zero)),
            Is.EqualTo(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero)));

    [TestCase("", Level.Urgent, false)]
    [TestCase("UrgentAtAnyTime=false", Level.Urgent, false)]
    [TestCase("UrgentAtAnyTime=true", Level.Urgent, true)]
    [TestCase("UrgentAtAnyTime=True", Level.Attention, false)]
    public void Only_urgent_messages_disturb_and_only_who_wants_it(string setting, Level level, bool mayDisturb) =>
        Assert.That(One("Channels:0=mail", setting).MayDisturb(level), Is.EqualTo(mayDisturb));

    [TestCase("MostFailures=1", null)]
    [TestCase("MostFailures=100", null)]
    [TestCase("MostFailures=0", "MostFailures is not usable: expected 1 to 100.")]
    [TestCase("MostFailures=101", "MostFailures is not usable: expected 1 to 100.")]
    [TestCase("Channels:1=fax:123", "Channels names 'fax', which is no channel: expected one of slack, mail, ops.")]
    [TestCase("Channels:1=Mail:b@sales.example", "Channels names 'mail' twice: expected each channel once, in order.")]
    [TestCase("TimeZone=Mars/Base", "TimeZone 'Mars/Base' is not known: expected an IANA name such as Europe/Berlin.")]
    [TestCase("QuietHours=20:00-07:00", "TimeZone is missing: expected where they are, such as Europe/Berlin, so that their hours and days are known.")]
    [TestCase("BusinessDays=Mon", "TimeZone is missing: expected where they are, such as Europe/Berlin, so that their hours and days are known.")]
    [TestCase("Holidays:0=2026-12-25", "TimeZone is missing: expected where they are, such as Europe/Berlin, so that their hours and days are known.")]
    [TestCase("QuietHours=8pm,TimeZone=UTC", "QuietHours '8pm' is not usable: expected two times of day such as 20:00-07:00.")]
    [TestCase("QuietHours=07:00-07:00,TimeZone=UTC", "QuietHours '07:00-07:00' is not usable: expected two times of day such as 20:00-07:00.")]
    [TestCase("BusinessDays=Mon;Tue,TimeZone=UTC", "BusinessDays 'Mon;Tue' is not usable: expected days such as Mon,Tue,Wed,Thu,Fri.")]
    [TestCase("Holidays:0=25.12.2026,TimeZone=UTC", "Holidays '25.12.2026' is no date: expected one such as 2026-12-25.")]
    [TestCase("UrgentAtAnyTime=maybe", "UrgentAtAnyTime is not known: expected true or false.")]
    [TestCase("Colour=red", "Colour is no setting of a recipient: expected one of Channels, User, MostFailures, TimeZone, QuietHours, BusinessDays, Holidays, UrgentAtAnyTime.")]
    [TestCase("User=005A0000001ABCd", null)]
    [TestCase("User=005A0000001ABCdIAG", null)]
    [TestCase("User=005A0000001ABC", "User is no user id: expected the 15 or 18 characters of a user of Salesforce, beginning with 005.")]
    [TestCase("User=006A0000001ABCdIAG", "User is no user id: expected the 15 or 18 characters of a user of Salesforce, beginning with 005.")]
    public void What_is_wrong_is_said_by_its_key(string settings, string? problem) =>
        Assert.That(Read(["Channels:0=mail", .. settings.Split(',')]).Problems, problem is null ? Is.Empty : Is.EqualTo(new[] { $"Recipients:ana:{problem}" }));

    [Test]
    public void Nobody_is_without_a_channel() => Assert.That(Read("TimeZone=UTC").Problems, Has.One.StartsWith("Recipients:ana:Channels is missing"));

    [Test]
    public void People_are_found_by_their_user_in_either_length_and_case_matters()
    {
        var book = new RecipientBook([One("Channels:0=mail", "User=005A0000001ABCd")]);

        Assert.That(book.FindUser("005A0000001ABCdIAG")?.Name, Is.EqualTo("ana"));
        Assert.That(book.FindUser("005A0000001ABCDIAW"), Is.Null);
    }

    [Test]
    public void Two_recipients_of_one_user_are_a_mistake()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Recipients:ana:Channels:0"] = "mail",
            ["Recipients:ana:User"] = "005A0000001ABCd",
            ["Recipients:ben:Channels:0"] = "mail",
            ["Recipients:ben:User"] = "005A0000001ABCdIAG",
        }).Build();

        Assert.That(RecipientReading.Of(settings, ["mail"]).Problems, Is.EqualTo(new[] { "Recipients: ana and ben name the same User: expected one recipient a user." }));
    }

    [Test]
    public async Task A_host_finds_people_by_name()
    {
        await using var setup = new Setup(TimeProvider.System, [("ops:Kind", "Teams"), ("ops:Url", "https://teams.example/x")], [("Recipients:ana:Channels:0", "ops")]);

        Assert.That(setup.Recipients.Find("ANA")?.Plan.Escalation.Channels, Is.EqualTo(new[] { "ops" }));
        Assert.That(setup.Recipients.All, Has.Count.EqualTo(1));
    }

    private static RecipientProfile One(params string[] settings)
    {
        var reading = Read(settings);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Profiles.Single();
    }

    private static RecipientReading Read(params string[] settings) => RecipientReading.Of(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Length > 0).Select(setting => KeyValuePair.Create($"Recipients:ana:{setting.Split('=')[0]}", (string?)setting.Split('=')[1])))
            .Build(),
        ["slack", "mail", "ops"]);
}
