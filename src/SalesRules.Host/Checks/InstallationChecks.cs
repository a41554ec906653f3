using System.CommandLine;
using System.Globalization;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules;
using SalesRules.Policies;

namespace SalesRules.Host.Checks;

/// <summary>The checks that need no Salesforce: settings, schedules, policy, time zone.</summary>
internal sealed class InstallationChecks(ParseResult parse, CheckList list, TimeProvider time)
{
    /// <summary>The settings; null: they cannot be used.</summary>
    public IConfigurationRoot? Settings()
    {
        try
        {
            var settings = Configuration.Settings.Load(parse.GetValue(GlobalOptions.Config));
            list.Pass(CheckNames.Settings, "Every key is known.");
            return settings;
        }
        catch (CommandException problem)
        {
            list.Fail(CheckNames.Settings, problem.Message);
            list.Skip([CheckNames.Writes, CheckNames.Schedules, CheckNames.Channels, CheckNames.Policy, CheckNames.TimeZone, CheckNames.Database, CheckNames.Disk, CheckNames.MissingRuns, CheckNames.Alerts, CheckNames.Salesforce, CheckNames.SignIn, .. CheckNames.OfTheOrg], "the settings cannot be used");
            return null;
        }
    }

    /// <summary>Whether anything is written; both are right, but nobody should be in doubt which.</summary>
    public void Writes(IConfiguration settings)
    {
        try
        {
            list.Pass(CheckNames.Writes, settings.Section<WritesOptions>(WritesOptions.Section).Enabled
                ? "On: runs write to the org; `salesrules schedule pause --all --reason TEXT` stops them."
                : "Off: the worker plans and reports, and nothing is written until Writes:Enabled is true.");
        }
        catch (CommandException problem)
        {
            list.Fail(CheckNames.Writes, problem.Message);
        }
    }

    public void Schedules(IConfiguration settings)
    {
        try
        {
            var schedules = ScheduleBook.Read(settings, TimeZoneInfo.Utc).All;
            list.Pass(CheckNames.Schedules, string.Create(CultureInfo.InvariantCulture, $"{schedules.Count(schedule => schedule.Enabled)} of {schedules.Count} enabled; `salesrules schedule list` shows their times."));
        }
        catch (CommandException problem)
        {
            list.Fail(CheckNames.Schedules, problem.Message);
        }
    }

    /// <summary>Whether the channels and recipients can be used; nothing is sent.</summary>
    public void Channels(IConfiguration settings)
    {
        try
        {
            using var notifications = MessageChannels.Open(settings, time);
            list.Pass(CheckNames.Channels, string.Create(CultureInfo.InvariantCulture, $"{notifications.Channels.All.Count} channels and {notifications.Recipients.All.Count} recipients; `salesrules channels test NAME` sends a message."));
        }
        catch (CommandException problem)
        {
            list.Fail(CheckNames.Channels, problem.Message);
        }
    }

    /// <summary>The policy; null: it has errors or cannot be read.</summary>
    public Policy? Policy(IConfiguration settings)
    {
        try
        {
            var (policy, _) = PolicySource.Load(parse, settings);
            list.Pass(CheckNames.Policy, $"{PolicySource.PathOf(parse, settings)}, {policy.Hash}");
            list.Pass(CheckNames.TimeZone, $"Days begin in {policy.TimeZone.Id}, where it is {TimeZoneInfo.ConvertTime(time.GetUtcNow(), policy.TimeZone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}.");
            return policy;
        }
        catch (CommandException problem)
        {
            list.Fail(CheckNames.Policy, problem.Message, "Put it right; `salesrules policy check FILE` shows what is left.");
            list.Skip([CheckNames.TimeZone], "the policy cannot be used");
            return null;
        }
    }
}
