using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Http;
using SalesRules.Notifications.Recipients;
using SalesRules.Notifications.Settings;
using SalesRules.Notifications.Slack;
using SalesRules.Notifications.Teams;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications;

/// <summary>Registers the ways to reach people.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// The channels of the section <c>Channels</c>, as a <see cref="ChannelBook"/>, and the people of <c>Recipients</c>, as a
    /// <see cref="RecipientBook"/>. A <see cref="TimeProvider"/> must be registered.
    /// </summary>
    /// <exception cref="ChannelSettingsException">Lists everything that is wrong with the two sections.</exception>
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        var reading = ChannelReading.Of(configuration);
        var recipients = RecipientReading.Of(configuration, [.. reading.Names]);
        if (reading.Problems.Concat(recipients.Problems).ToList() is { Count: > 0 } problems)
            throw new ChannelSettingsException(problems);
        services.TryAddSingleton(new RecipientBook(recipients.Profiles));
        services.AddHttp().TryAddSingleton(provider => new ChannelBook(reading.Channels.Select(settings => Logged(provider, Channel(provider, settings)))));
        return services;
    }

    private static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddHttpClient(HttpExchange.ClientName)
            // The limit of time is the exchange's; the loggers would log whole addresses, which are secrets.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // Neither a token nor a message follows a redirect to another host.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton<HttpExchange>();
    }

    private static IChannel Channel(IServiceProvider provider, ChannelSettings settings)
    {
        var http = provider.GetRequiredService<HttpExchange>();
        var time = provider.GetRequiredService<TimeProvider>();
        return settings switch
        {
            SlackWebhookSettings slack => new SlackWebhookChannel(slack, http),
            SlackBotSettings slack => new SlackBotChannel(slack, http),
            TeamsSettings teams => new TeamsChannel(teams, http),
            WebhookSettings webhook => new WebhookChannel(webhook, http, time),
            EmailSettings email => new EmailChannel(email, time),
            _ => throw new NotSupportedException($"There is no channel for {settings.GetType().Name}."),
        };
    }

    private static LoggedChannel Logged(IServiceProvider provider, IChannel channel) =>
        new(channel, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LoggedChannel>>());
}
