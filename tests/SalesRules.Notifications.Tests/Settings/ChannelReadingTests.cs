using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Tests.Settings;

internal sealed class ChannelReadingTests
{
    private const string Key32 = "0123456789abcdef0123456789abcdef";

    private static readonly string[] Slack = ["Kind=Slack", "Url=https://hooks.slack.example/services/x"];
    private static readonly string[] Bot = ["Kind=Slack", "Token=xoxb-1"];
    private static readonly string[] Teams = ["Kind=Teams", "Url=https://teams.example/workflows/x"];
    private static readonly string[] Webhook = ["Kind=Webhook", "Url=https://hook.example/", $"Secret={Key32}"];
    private static readonly string[] Email = ["Kind=Email", "Host=smtp.example.com", "From=Rules <rules@example.com>"];

    [Test]
    public void Every_kind_is_read()
    {
        var reading = Read(("a", Slack), ("b", Bot), ("c", Teams), ("d", Webhook), ("e", Email));

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Channels.Select(channel => channel.GetType()),
            Is.EqualTo(new[] { typeof(SlackWebhookSettings), typeof(SlackBotSettings), typeof(TeamsSettings), typeof(WebhookSettings), typeof(EmailSettings) }));
    }

    [Test]
    public void Left_out_are_port_587_TLS_and_30_seconds()
    {
        var email = (EmailSettings)Read(("e", Email)).Channels.Single();

        Assert.That(email.Server, Is.EqualTo(new MailServer("smtp.example.com", 587, true, null, null)));
        Assert.That(email.Timeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void No_channels_are_no_problem() => Assert.That(Read().Problems, Is.Empty);

    [Test]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var problems = Read(("sales", ["Kind=Webhook", "Url=ftp://x", "Secret=short", "Timeout=0", "Colour=red"]), ("mail", ["Kind=Email", "Port=99999"])).Problems;

        Assert.That(problems.Select(problem => problem.Split(' ')[0]), Is.EquivalentTo(new[]
        {
            "Channels:sales:Colour", "Channels:sales:Timeout", "Channels:sales:Secret", "Channels:sales:Url",
            "Channels:mail:Host", "Channels:mail:Port", "Channels:mail:From",
        }));
    }

    [TestCase("Kind=", "Channels:c:Kind is missing: expected Slack, Email, Teams or Webhook.")]
    [TestCase("Kind=Fax", "Channels:c:Kind is not known: expected Slack, Email, Teams or Webhook.")]
    public void The_kind_is_known(string setting, string problem) => Assert.That(Read(("c", [setting])).Problems, Is.EqualTo(new[] { problem }));

    [TestCase("https://hook.example/x", null)]
    [TestCase("http://127.0.0.1:8080/x", null)]
    [TestCase("http://localhost/x", null)]
    [TestCase("http://hook.example/x", "starts with http://, which would send messages in the clear")]
    [TestCase("http://10.0.0.1/x", "starts with http://, which would send messages in the clear")]
    [TestCase("hook.example", "is not a web address")]
    [TestCase("https://user:pw@hook.example/", "holds a user or password before its host")]
    public void Messages_go_over_https_or_stay_on_this_machine(string url, string? problem) =>
        Assert.That(Read(("c", ["Kind=Teams", $"Url={url}"])).Problems, problem is null ? Is.Empty : Has.One.StartsWith($"Channels:c:Url {problem}"));

    [TestCase(31, false)]
    [TestCase(32, true)]
    public void A_webhooks_secret_has_32_characters_or_more(int length, bool isTaken)
    {
        var secret = new string('s', length);

        Assert.That(Read(("c", ["Kind=Webhook", "Url=https://x.example/", $"Secret={secret}"])).Problems, isTaken ? Is.Empty : Has.One.StartsWith("Channels:c:Secret is too short"));
        Assert.That(Read(("c", [.. Webhook, $"PreviousSecret={secret}"])).Problems, isTaken ? Is.Empty : Has.One.StartsWith("Channels:c:PreviousSecret is too short"));
    }

    [TestCase("0", false)]
    [TestCase("1", true)]
    [TestCase("65535", true)]
    [TestCase("65536", false)]
    [TestCase("465", false)]
    [TestCase("smtp", false)]
    public void A_port_is_one_for_STARTTLS(string port, bool isTaken) =>
        Assert.That(Read(("c", [.. Email, $"Port={port}"])).Problems, isTaken ? Is.Empty : Has.One.StartsWith("Channels:c:Port is "));

    [TestCase("00:00:00.9", false)]
    [TestCase("00:00:01", true)]
    [TestCase("00:05:00", true)]
    [TestCase("00:05:01", false)]
    [TestCase("soon", false)]
    public void A_timeout_is_a_second_to_five_minutes(string timeout, bool isTaken) =>
        Assert.That(Read(("c", [.. Slack, $"Timeout={timeout}"])).Problems, isTaken ? Is.Empty : Has.One.StartsWith("Channels:c:Timeout is not usable"));

    [TestCase("Host=127.0.0.1", true)]
    [TestCase("Host=localhost", true)]
    [TestCase("Host=smtp.example.com", false)]
    public void Mail_goes_without_TLS_on_this_machine_only(string host, bool isTaken) =>
        Assert.That(Read(("c", [.. Email, host, "Tls=None"])).Problems, isTaken ? Is.Empty : Has.One.StartsWith("Channels:c:Tls is None"));

    [TestCase("User=u", "Channels:c:Password is missing")]
    [TestCase("Password=p", "Channels:c:User is missing")]
    [TestCase("User=u,Password=p,Tls=None,Host=localhost", "Channels:c:Tls is None beside a User")]
    [TestCase("Tls=Maybe", "Channels:c:Tls is not known")]
    [TestCase("From=nobody", "Channels:c:From is not a mail address")]
    [TestCase("From=ü@example.com", "Channels:c:From is not a mail address")]
    [TestCase("ReplyTo=a b", "Channels:c:ReplyTo is not a mail address")]
    [TestCase("Host=smtp example", "Channels:c:Host is not the name of a host")]
    [TestCase("Token=xoxb-1", "Channels:c:Token means nothing here")]
    public void A_mail_servers_settings_fit_together(string settings, string problem) =>
        Assert.That(Read(("c", [.. Email, .. settings.Split(',')])).Problems, Has.One.StartsWith(problem));

    [TestCase("Token=xoxp-1", "Channels:c:Token is not a bot token")]
    [TestCase("Token=xoxb-ü", "Channels:c:Token is not a bot token")]
    [TestCase("To=C1", "Channels:c:To means nothing here: remove it; this is an incoming webhook")]
    [TestCase("Password=p", "Channels:c:Password means nothing here: remove it; this is a Slack channel")]
    public void A_Slack_channels_settings_fit_together(string setting, string problem) =>
        Assert.That(Read(("c", [.. Slack, setting])).Problems, Has.One.StartsWith(problem));

    [Test]
    public void A_secret_may_stand_in_a_file()
    {
        using var file = new TemporaryFile($"{Key32}\n");

        var webhook = (WebhookSettings)Read(("c", ["Kind=Webhook", "Url=https://x.example/", $"SecretFile={file.Path}"])).Channels.Single();

        Assert.That(webhook.Secrets.Single().Reveal(), Is.EqualTo(Key32));
    }

    [TestCase("", "Channels:c:SecretFile names an empty file")]
    [TestCase("one\ntwo", "Channels:c:SecretFile names a file of several lines")]
    public void A_secrets_file_holds_the_secret_alone(string content, string problem)
    {
        using var file = new TemporaryFile(content);

        Assert.That(Read(("c", ["Kind=Webhook", "Url=https://x.example/", $"SecretFile={file.Path}"])).Problems, Has.One.StartsWith(problem));
    }

    [Test]
    public void A_file_that_is_not_there_is_said_once_and_its_path_is_not_repeated()
    {
        var problems = Read(("c", ["Kind=Webhook", "Url=https://x.example/", $"SecretFile={Key32}"])).Problems;

        Assert.That(problems, Is.EqualTo(new[] { "Channels:c:SecretFile names a file that cannot be used, it cannot be opened: expected the path of a file that holds only the value." }));
    }

    [Test]
    public void A_secret_stands_in_one_place() =>
        Assert.That(Read(("c", [.. Webhook, "SecretFile=/run/secrets/x"])).Problems, Has.One.StartsWith("Channels:c:Secret is set beside Channels:c:SecretFile"));

    [Test]
    public void Wrong_settings_stop_the_start_with_all_sentences()
    {
        var services = new ServiceCollection();

        var problem = Assert.Throws<ChannelSettingsException>(() => services.AddNotifications(Configuration(("a", ["Kind=Fax"]), ("b", ["Kind=Teams"]))))!;

        Assert.That(problem.Problems, Has.Count.EqualTo(2));
        Assert.That(problem.Message.Split(Environment.NewLine), Is.EqualTo(problem.Problems));
    }

    private static ChannelReading Read(params (string Name, string[] Settings)[] channels) => ChannelReading.Of(Configuration(channels));

    private static IConfiguration Configuration(params (string Name, string[] Settings)[] channels) => new ConfigurationBuilder()
        .AddInMemoryCollection(channels
            .SelectMany(channel => channel.Settings.Select(setting => (Key: $"Channels:{channel.Name}:{setting.Split('=')[0]}", Value: setting[(setting.IndexOf('=') + 1)..])))
            .GroupBy(setting => setting.Key)
            .Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Last().Value)))
        .Build();
}
