using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Host.Runs;

/// <summary>The share of the org's daily API calls that is left to people (design 3.4, promise 8). Asked before each batch; costs no call.</summary>
internal sealed class ApiReserve
{
    private readonly ApiUsageMonitor usage;
    private readonly int percent;

    /// <exception cref="CommandException">The setting is out of range.</exception>
    public ApiReserve(ApiUsageMonitor usage, IConfiguration settings)
    {
        this.usage = usage;
        percent = settings.Section<LimitsOptions>(LimitsOptions.Section).ApiReserve;
        if (percent is < 0 or > 100)
            throw CommandException.WrongInput($"{LimitsOptions.Section}:{nameof(LimitsOptions.ApiReserve)}: {percent} is out of range: expected per cent from 0 to 100.");
    }

    /// <summary>Whether no more calls are left than the reserve. False while the org has not told how many there are.</summary>
    public bool IsReached => usage.Current is { } now && 100 * now.Remaining <= percent * now.Max;
}
