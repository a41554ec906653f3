using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Policies;

namespace SalesRules.Host.Commands;

/// <summary>What must hold before a command may write to an org (design 3.3).</summary>
internal static class WriteGuard
{
    /// <exception cref="CommandException">Writes are not enabled.</exception>
    public static void RequireEnabled(IConfiguration settings)
    {
        if (!settings.Section<WritesOptions>(WritesOptions.Section).Enabled)
            throw CommandException.Refused(
                $"Writes are not enabled: nothing is written to an org until Writes:Enabled is true ({Settings.EnvironmentPrefix}Writes__Enabled=true). `salesrules plan` shows what would change.");
    }

    /// <summary>Today; on a loopback address, where no real org is, any day that --as-of names.</summary>
    /// <exception cref="CommandException">--as-of is another day than today, and the org is a real one.</exception>
    public static DateOnly BusinessDay(ParseResult parse, IConfiguration settings, Policy policy, TimeProvider time)
    {
        var today = BusinessDate.Today(time, policy);
        if (parse.GetValue(GlobalOptions.AsOf) is not { } asOf || asOf == today)
            return today;
        if (Uri.TryCreate(settings["Salesforce:LoginUrl"], UriKind.Absolute, out var login) && login.IsLoopback)
            return asOf;
        throw CommandException.WrongInput($"--as-of {asOf:yyyy-MM-dd}: only today ({today:yyyy-MM-dd}) can be written to an org; other days are for plan, evaluate and the sandbox.");
    }
}
