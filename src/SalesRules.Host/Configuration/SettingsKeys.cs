using SalesRules.Host.Commands;
using SalesRules.Host.Feedback;
using SalesRules.Host.Schedules;
using SalesRules.Notifications.Recipients;
using SalesRules.Notifications.Settings;
using SalesRules.Salesforce.Connection;

namespace SalesRules.Host.Configuration;

/// <summary>Which keys the settings may hold. A misspelt one is an error: it would silently be the default.</summary>
internal static class SettingsKeys
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [SalesforceOptions.Section] = typeof(SalesforceOptions),
        [JournalOptions.Section] = typeof(JournalOptions),
        [PolicyOptions.Section] = typeof(PolicyOptions),
        [WritesOptions.Section] = typeof(WritesOptions),
        [LimitsOptions.Section] = typeof(LimitsOptions),
        [SandboxSettings.Section] = typeof(SandboxSettings),
        [HealthOptions.Section] = typeof(HealthOptions),
        [FeedbackOptions.Section] = typeof(FeedbackOptions),
    };

    // What is in them is named freely.
    private static readonly Dictionary<string, Type> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        [ScheduleOptions.Section] = typeof(ScheduleOptions),
        [ChannelOptions.Section] = typeof(ChannelOptions),
        [RecipientOptions.Section] = typeof(RecipientOptions),
    };

    // Its keys are the logger's own.
    private const string Serilog = "Serilog";

    /// <exception cref="CommandException">Names every unknown key.</exception>
    public static void Check(IConfiguration configuration)
    {
        var unknown = new List<string>();
        foreach (var section in configuration.GetChildren())
        {
            if (section.Key.Equals(Serilog, StringComparison.OrdinalIgnoreCase))
                continue;
            if (Named.TryGetValue(section.Key, out var each))
                unknown.AddRange(section.GetChildren().SelectMany(one => UnknownKeys(one, each)));
            else if (Sections.TryGetValue(section.Key, out var options))
                unknown.AddRange(UnknownKeys(section, options));
            else
                unknown.Add($"{section.Path} (expected one of {string.Join(", ", Sections.Keys.Concat(Named.Keys).Append(Serilog).Order(StringComparer.Ordinal))})");
        }

        if (unknown.Count > 0)
            throw CommandException.WrongInput($"The settings hold keys that mean nothing to SalesRules: {string.Join("; ", unknown)}.");
    }

    private static IEnumerable<string> UnknownKeys(IConfigurationSection section, Type options)
    {
        var names = options.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        return section.GetChildren()
            .Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} (expected one of {string.Join(", ", names)})");
    }
}
