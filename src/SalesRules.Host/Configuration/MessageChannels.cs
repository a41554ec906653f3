using SalesRules.Host.Commands;
using SalesRules.Notifications;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Recipients;
using SalesRules.Notifications.Settings;

namespace SalesRules.Host.Configuration;

/// <summary>The channels and recipients of the settings, for one command.</summary>
internal sealed class MessageChannels : IDisposable
{
    private readonly ServiceProvider services;

    private MessageChannels(ServiceProvider services) => this.services = services;

    public ChannelBook Channels => services.GetRequiredService<ChannelBook>();

    public RecipientBook Recipients => services.GetRequiredService<RecipientBook>();

    /// <exception cref="CommandException">Lists everything that is wrong with the two sections.</exception>
    public static MessageChannels Open(IConfiguration settings, TimeProvider time) => new(new ServiceCollection()
        .AddSingleton(time)
        .AddLogging(logging => logging.AddSalesRulesLogging(settings))
        .AddChannels(settings)
        .BuildServiceProvider());

    public void Dispose() => services.Dispose();
}

/// <summary>Registers the channels and recipients of the settings.</summary>
internal static class MessageChannelsRegistration
{
    /// <exception cref="CommandException">Lists everything that is wrong with the two sections.</exception>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration settings)
    {
        try
        {
            return services.AddNotifications(settings);
        }
        catch (ChannelSettingsException problem)
        {
            throw CommandException.WrongInput(problem.Message);
        }
    }
}
