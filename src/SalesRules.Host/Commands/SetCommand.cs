using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Commands;

/// <summary><c>schedule set</c>: adds or changes a schedule in the settings file, after it was checked.</summary>
internal static class SetCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The schedule's name; one that is not there yet is added." };

    private static readonly Option<string?> Cron = new("--cron") { Description = "When it is due: five fields as in crontab, or Quartz's six with seconds first.", HelpName = "CRON" };

    private static readonly Option<string?> Zone = new("--time-zone") { Description = "In which zone the cron is read, such as Europe/Berlin. Without, for a new one: the policy's.", HelpName = "ZONE" };

    private static readonly Option<bool?> Enabled = new("--enabled") { Description = "Whether it runs.", HelpName = "true|false" };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("set", "Adds a schedule to the settings file, or changes it there, and shows its next times. Workers read it at their next start.\n\nExample: salesrules schedule set nightly-sync --cron \"30 2 * * *\" --time-zone Europe/Berlin") { Name, Cron, Zone, Enabled };
        command.SetAction(parse => Run(parse, time));
        return command;
    }

    private static int Run(ParseResult parse, TimeProvider time)
    {
        var name = parse.GetValue(Name)!;
        var changes = Changes(parse);
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        RefuseEnvironment(settings, name, changes.Keys);
        var (policy, _) = PolicySource.Load(parse, settings);
        var book = ScheduleBook.Read(With(settings, name, changes), policy.TimeZone);

        var file = SettingsFile.Read(parse.GetValue(GlobalOptions.Config) ?? new FileInfo(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        foreach (var (key, value) in changes)
            file.Set(KeyOf(name, key), value.DeepClone());
        file.Write();
        Console.Error.WriteLine($"Settings: {file.Path}. A worker that runs goes on by the old words until it is started again.");
        ScheduleReport.Print([ScheduleCommand.Find(book, name)], [], [], time.GetUtcNow(), Console.Out, parse.GetValue(GlobalOptions.Json));
        return ExitCode.Done;
    }

    private static Dictionary<string, JsonNode> Changes(ParseResult parse)
    {
        var changes = new Dictionary<string, JsonNode>();
        if (parse.GetValue(Cron) is { } cron)
            changes[nameof(ScheduleOptions.Cron)] = cron;
        if (parse.GetValue(Zone) is { } zone)
            changes[nameof(ScheduleOptions.TimeZone)] = zone;
        if (parse.GetValue(Enabled) is { } enabled)
            changes[nameof(ScheduleOptions.Enabled)] = enabled;
        return changes.Count > 0 ? changes : throw CommandException.WrongInput("Nothing to set: give --cron, --time-zone or --enabled.");
    }

    /// <exception cref="CommandException">A value that the environment gives would hide the file's.</exception>
    private static void RefuseEnvironment(IConfigurationRoot settings, string name, IEnumerable<string> keys)
    {
        var environment = settings.Providers.OfType<EnvironmentVariablesConfigurationProvider>().Single();
        if (keys.FirstOrDefault(key => environment.TryGet(KeyOf(name, key), out _)) is { } key)
            throw CommandException.WrongInput($"{KeyOf(name, key)} comes from the environment variable {Settings.EnvironmentPrefix}{KeyOf(name, key).Replace(":", "__", StringComparison.Ordinal)}, which goes before every file: change it there.");
    }

    private static IConfigurationRoot With(IConfiguration settings, string name, IReadOnlyDictionary<string, JsonNode> changes) => new ConfigurationBuilder()
        .AddConfiguration(settings)
        .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(KeyOf(name, change.Key), (string?)change.Value.ToString())))
        .Build();

    private static string KeyOf(string name, string key) => $"{ScheduleOptions.Section}:{name}:{key}";
}
