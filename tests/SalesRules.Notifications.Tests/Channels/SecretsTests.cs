using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Settings;
using SalesRules.Notifications.Tests.Receivers;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.Notifications.Tests.Channels;

/// <summary>Whatever goes wrong, and whatever a counterpart quotes, no secret stands in a reason, an exception or a log.</summary>
internal sealed class SecretsTests
{
    private static readonly string[] Kinds = ["slack", "bot", "teams", "webhook"];
    private static readonly int[] Statuses = [200, 202, 302, 400, 401, 403, 404, 408, 410, 413, 418, 429, 500, 503];
    private static readonly string[] Steps = ["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "END"];

    [FsCheck.NUnit.Property(MaxTest = 60, StartSize = 1, EndSize = 100_000)]
    public void A_receiver_that_quotes_everything_back_gives_nothing_away(int seed) => QuoteBackAsync(new Random(seed)).GetAwaiter().GetResult();

    [FsCheck.NUnit.Property(MaxTest = 40, StartSize = 1, EndSize = 100_000)]
    public void A_mail_server_that_quotes_the_password_gives_nothing_away(int seed) => QuoteMailAsync(new Random(seed)).GetAwaiter().GetResult();

    [FsCheck.NUnit.Property(MaxTest = 200, StartSize = 1, EndSize = 100_000)]
    public void Settings_that_are_wrong_do_not_quote_their_values(int seed)
    {
        var random = new Random(seed);
        var secret = Secret(random);
        var values = typeof(ChannelOptions).GetProperties().Where(_ => random.Next(2) == 0).ToDictionary(key => $"Channels:sales:{key.Name}", _ => (string?)secret);
        values["Channels:sales:Kind"] = random.Next(5) switch { 0 => "Slack", 1 => "Email", 2 => "Teams", 3 => "Webhook", _ => secret };

        var problem = Assert.Throws<ChannelSettingsException>(() => new ServiceCollection().AddNotifications(new ConfigurationBuilder().AddInMemoryCollection(values).Build()));

        Assert.That(problem!.ToString(), Does.Not.Contain(secret));
    }

    [Test]
    public void Checked_settings_print_no_secret()
    {
        var secret = string.Concat(Enumerable.Repeat(Secret(new Random(7)), 2));
        var reading = ChannelReading.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Channels:a:Kind"] = "Webhook",
            ["Channels:a:Url"] = $"https://x.example/{secret}",
            ["Channels:a:Secret"] = secret,
            ["Channels:b:Kind"] = "Slack",
            ["Channels:b:Token"] = $"xoxb-{secret}",
            ["Channels:c:Kind"] = "Email",
            ["Channels:c:Host"] = "x.example",
            ["Channels:c:From"] = "a@x.example",
            ["Channels:c:User"] = "u",
            ["Channels:c:Password"] = secret,
        }).Build());

        Assert.That(reading.Channels, Has.Count.EqualTo(3));
        Assert.That(string.Join('\n', reading.Channels), Does.Not.Contain(secret));
    }

    private static async Task QuoteBackAsync(Random random)
    {
        var secret = Secret(random);
        await using var receiver = await Receiver.StartAsync();
        await using var setup = Compose(Kinds[random.Next(Kinds.Length)], receiver.Url, secret);
        var (status, code) = (Statuses[random.Next(Statuses.Length)], random.Next(2) == 0 ? secret : $"no {secret}");
        var fault = random.Next(12);
        receiver.Answer = _ => fault switch
        {
            0 => Reply.Reset,
            1 => Reply.Torn,
            2 => Reply.Of(200, $$"""{"ok":false,"error":"{{code}}"}"""),
            _ => Reply.Of(status, random.Next(2) == 0 ? code : $$"""{"error":"{{code}}"}""", ("Retry-After", "5"), ("Location", $"https://x.example/{secret}"), ("X-Quote", secret)),
        };

        await AssertSilentAsync(setup, secret);
        Assert.That(receiver.Calls, Is.Not.Empty);
    }

    private static async Task QuoteMailAsync(Random random)
    {
        var secret = Secret(random);
        await using var server = new SmtpServer { Password = random.Next(2) == 0 ? secret : "another", Mechanisms = random.Next(4) == 0 ? "PLAIN" : "LOGIN PLAIN", OffersStartTls = random.Next(6) > 0 };
        if (random.Next(4) > 0)
            server.Faults[Steps[random.Next(Steps.Length)]] = random.Next(6) == 0 ? "DROP" : $"{random.Next(400, 600)} {random.Next(4, 6)}.7.8 {secret} {Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))}";
        await using var setup = Setup.Email(server, ("Password", secret));

        await AssertSilentAsync(setup, secret);
        Assert.That(string.Join('\n', server.Lines.Where(line => line.StartsWith("plain", StringComparison.Ordinal))), Does.Not.Contain("AUTH"));
    }

    private static async Task AssertSilentAsync(Setup setup, string secret)
    {
        var verdict = await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana", "ana@sales.example"), CancellationToken.None);

        var said = $"{verdict}\n{setup.Log.Text}";
        Assert.That(setup.Log.Lines, Has.Count.GreaterThanOrEqualTo(1));
        Assert.That(said, Does.Not.Contain(secret).And.Not.Contain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))));
    }

    private static Setup Compose(string kind, string url, string secret)
    {
        var address = ("sales:Url", $"{url}/{secret}");
        var timeout = ("sales:Timeout", "00:01:00");
        return kind switch
        {
            "slack" => new Setup(TimeProvider.System, ("sales:Kind", "Slack"), address, timeout),
            "bot" => new Setup(TimeProvider.System, ("sales:Kind", "Slack"), address, ("sales:Token", $"xoxb-{secret}"), timeout),
            "teams" => new Setup(TimeProvider.System, ("sales:Kind", "Teams"), address, timeout),
            _ => new Setup(TimeProvider.System, ("sales:Kind", "Webhook"), address, ("sales:Secret", $"{secret}-{new string('x', 32)}"), timeout),
        };
    }

    // Sometimes of the very form of a code of Slack's.
    private static string Secret(Random random) => random.Next(2) == 0
        ? string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('a' + random.Next(26))))
        : $"s{random.Next():x8}{random.Next():x8}Z";
}
