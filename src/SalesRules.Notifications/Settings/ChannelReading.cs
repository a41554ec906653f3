using Microsoft.Extensions.Configuration;

namespace SalesRules.Notifications.Settings;

/// <summary>The section <c>Channels</c> as read: the channels that can be used, and everything that is wrong with the others.</summary>
/// <param name="Names">Of all channels, those with problems too.</param>
internal sealed record ChannelReading(IReadOnlyList<ChannelSettings> Channels, IReadOnlyList<string> Names, IReadOnlyList<string> Problems)
{
    private static readonly string[] Keys = [.. typeof(ChannelOptions).GetProperties().Select(property => property.Name)];

    public static ChannelReading Of(IConfiguration configuration)
    {
        List<ChannelSettings> channels = [];
        List<string> names = [];
        List<string> problems = [];
        foreach (var section in configuration.GetSection(ChannelOptions.Section).GetChildren())
        {
            names.Add(section.Key);
            problems.AddRange(UnknownKeys(section));
            var values = new ChannelValues(section.Key, problems);
            if (Read(section.Get<ChannelOptions>() ?? new ChannelOptions(), values) is { } settings)
                channels.Add(settings);
        }

        return new(channels, names, problems);
    }

    private static IEnumerable<string> UnknownKeys(IConfigurationSection section) => section.GetChildren()
        .Where(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
        .Select(child => $"{child.Path} is no setting of a channel: expected one of {string.Join(", ", Keys)}.");

    private static ChannelSettings? Read(ChannelOptions options, ChannelValues values)
    {
        switch (options.Kind?.Trim().ToUpperInvariant())
        {
            case "SLACK":
                return new SlackReading(options, values).Read();
            case "EMAIL":
                return new EmailReading(options, values).Read();
            case "TEAMS":
                return new TeamsReading(options, values).Read();
            case "WEBHOOK":
                return new WebhookReading(options, values).Read();
            default:
                values.Wrong(nameof(options.Kind), string.IsNullOrWhiteSpace(options.Kind) ? "is missing" : "is not known", "expected Slack, Email, Teams or Webhook");
                return null;
        }
    }
}
