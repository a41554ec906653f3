using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Recipients;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.Notifications.Tests.Channels;

/// <summary>The channels as a host composes them from settings.</summary>
internal sealed class Setup : IAsyncDisposable
{
    public const string WebhookSecret = "whsec-0123456789abcdef0123456789abcdef";
    public const string BotToken = "xoxb-2222-abcdefghijklmnop";
    public const string HookPath = "/services/T0AAA/B0BBB/c1cCcCcCcCcC";

    // Tests share their machine: only those of the limit itself wait for less.
    private const string Patient = "00:01:00";

    private readonly ServiceProvider provider;

    public Setup(TimeProvider time, params (string Key, string Value)[] settings)
        : this(time, settings, [])
    {
    }

    public Setup(TimeProvider time, (string Key, string Value)[] settings, (string Key, string Value)[] others)
    {
        // The last one of a key counts.
        var values = settings.GroupBy(setting => $"Channels:{setting.Key}").ToDictionary(key => key.Key, key => (string?)key.Last().Value);
        foreach (var (key, value) in others)
            values[key] = value;
        provider = new ServiceCollection()
            .AddSingleton(time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddNotifications(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider(validateScopes: true);
    }

    public CapturedLog Log { get; } = new();

    public ChannelBook Book => provider.GetRequiredService<ChannelBook>();

    public RecipientBook Recipients => provider.GetRequiredService<RecipientBook>();

    public IChannel Channel => Book.All.Single();

    public static Setup Slack(string url, string timeout = Patient) => new(TimeProvider.System, ("sales:Kind", "Slack"), ("sales:Url", url + HookPath), ("sales:Timeout", timeout));

    public static Setup Bot(string url, string timeout = Patient) => new(TimeProvider.System,
        ("sales:Kind", "slack"), ("sales:Token", BotToken), ("sales:Url", url + "/api"), ("sales:To", "C0123"), ("sales:Timeout", timeout));

    public static Setup Teams(string url, string timeout = Patient) => new(TimeProvider.System, ("sales:Kind", "Teams"), ("sales:Url", url + HookPath), ("sales:Timeout", timeout));

    public static Setup Webhook(string url, string timeout = Patient, TimeProvider? time = null, string? previous = null) => new(time ?? TimeProvider.System,
        ("sales:Kind", "Webhook"), ("sales:Url", url + HookPath), ("sales:Secret", WebhookSecret), ("sales:PreviousSecret", previous ?? ""), ("sales:Timeout", timeout));

    public static Setup Email(SmtpServer server, params (string Key, string Value)[] more) => new(TimeProvider.System,
        [("sales:Kind", "Email"), ("sales:Host", "127.0.0.1"), ("sales:Port", $"{server.Port}"), ("sales:User", SmtpServer.User), ("sales:Password", server.Password),
            ("sales:From", "Sales rüles <rules@sales.example>"), ("sales:Timeout", Patient), .. more.Select(setting => ($"sales:{setting.Key}", setting.Value))]);

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
