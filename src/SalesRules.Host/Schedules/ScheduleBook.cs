using System.Text.RegularExpressions;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Schedules;

/// <summary>The schedules of the settings, all checked before the first of them counts.</summary>
internal sealed partial class ScheduleBook
{
    private ScheduleBook(IReadOnlyList<Schedule> all) => All = all;

    /// <summary>By name.</summary>
    public IReadOnlyList<Schedule> All { get; }

    /// <summary>The schedule of that name, whatever its case; null: there is none.</summary>
    public Schedule? Find(string name) => All.FirstOrDefault(schedule => schedule.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <param name="businessZone">The zone of schedules that name none.</param>
    /// <exception cref="CommandException">Something is wrong: every problem of every schedule at once, by its key.</exception>
    public static ScheduleBook Read(IConfiguration settings, TimeZoneInfo businessZone)
    {
        var problems = new List<string>();
        var schedules = settings.GetSection(ScheduleOptions.Section).GetChildren()
            .Select(section => Read(section, businessZone, problems))
            .OfType<Schedule>()
            .OrderBy(schedule => schedule.Name, StringComparer.Ordinal)
            .ToList();
        return problems.Count == 0 ? new ScheduleBook(schedules) : throw CommandException.WrongInput(string.Join(Environment.NewLine, problems));
    }

    /// <summary>Only looks for problems, before a policy says which zone the business is in.</summary>
    /// <exception cref="CommandException">As <see cref="Read(IConfiguration, TimeZoneInfo)"/>.</exception>
    public static void Check(IConfiguration settings) => Read(settings, TimeZoneInfo.Utc);

    private static Schedule? Read(IConfigurationSection section, TimeZoneInfo businessZone, List<string> problems)
    {
        if (!NameForm().IsMatch(section.Key))
            problems.Add($"{section.Path}: '{section.Key}' cannot be a schedule's name: expected 1 to 60 letters, digits and hyphens, such as nightly-sync.");
        var options = Bind(section, problems);
        var cron = Cron(section, options.Cron, problems);
        var zone = Zone(section, options.TimeZone, businessZone, problems);
        if (ScheduleCommands.ProblemOf(options.Command) is { } problem)
            problems.Add($"{section.Path}:{nameof(options.Command)}: {problem}");
        return cron is null || zone is null ? null : new Schedule(section.Key.ToLowerInvariant(), cron, zone, options.Enabled, options.Command);
    }

    private static ScheduleOptions Bind(IConfigurationSection section, List<string> problems)
    {
        var options = new ScheduleOptions
        {
            Cron = section[nameof(ScheduleOptions.Cron)] ?? "",
            TimeZone = section[nameof(ScheduleOptions.TimeZone)],
            Command = section[nameof(ScheduleOptions.Command)] ?? ScheduleCommands.Sync,
        };
        if (section[nameof(options.Enabled)] is not { } enabled)
            return options;
        if (bool.TryParse(enabled, out var value))
            options.Enabled = value;
        else
            problems.Add($"{section.Path}:{nameof(options.Enabled)}: '{enabled}' is neither true nor false.");
        return options;
    }

    private static CronTimes? Cron(IConfigurationSection section, string text, List<string> problems)
    {
        var key = $"{section.Path}:{nameof(ScheduleOptions.Cron)}";
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"{key} is missing: set it to a cron such as 0 7-19 * * 1-5 (minute hour day month weekday).");
            return null;
        }

        try
        {
            return CronTimes.Parse(text);
        }
        catch (FormatException problem)
        {
            problems.Add($"{key}: {problem.Message}");
            return null;
        }
    }

    private static TimeZoneInfo? Zone(IConfigurationSection section, string? name, TimeZoneInfo businessZone, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(name))
            return businessZone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        problems.Add($"{section.Path}:{nameof(ScheduleOptions.TimeZone)}: '{name}' is no time zone that this machine knows: expected an IANA name such as Europe/Berlin, or nothing for the policy's.");
        return null;
    }

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,59})$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
