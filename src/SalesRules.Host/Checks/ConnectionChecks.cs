using System.Globalization;
using System.Text.Json;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Host.Checks;

/// <summary>Whether the org lets us in, speaks our API version, has calls left and tells the same time.</summary>
internal sealed class ConnectionChecks(SalesforceConnection connection, ApiUsageMonitor usage, ServerClock server, TimeProvider time, CheckList list)
{
    private const decimal HighShare = 0.8m;
    private static readonly TimeSpan PatienceWithVersions = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(60);

    /// <summary>Who we are; null: the sign-in failed.</summary>
    public async Task<OrgIdentity?> SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            var identity = await connection.IdentityAsync(cancellationToken);
            list.Pass(CheckNames.SignIn, $"Org {identity.OrganizationId} at {identity.InstanceUrl.GetLeftPart(UriPartial.Authority)}, user {identity.UserId}.");
            return identity;
        }
        catch (SalesforceException problem)
        {
            list.Fail(CheckNames.SignIn, problem.Message);
            return null;
        }
    }

    /// <summary>Whether the org offers the version. The list of versions is public: it needs no token and costs no call.</summary>
    public async Task<bool> OffersVersionAsync(OrgIdentity org, string wanted, CancellationToken cancellationToken)
    {
        try
        {
            var versions = await VersionsAsync(org.InstanceUrl, cancellationToken);
            if (versions.Contains(wanted))
            {
                list.Pass(CheckNames.ApiVersion, $"{wanted}; the org offers {versions[0]} to {versions[^1]}.");
                return true;
            }

            list.Fail(CheckNames.ApiVersion, $"The org does not offer version {wanted}, but {versions[0]} to {versions[^1]}.", $"Set Salesforce:ApiVersion to {versions[^1]} or leave it out.");
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            list.Fail(CheckNames.ApiVersion, $"The org's list of versions at {org.InstanceUrl.GetLeftPart(UriPartial.Authority)}/services/data cannot be read: {problem.Message}", "See what stands between this machine and Salesforce, such as a proxy.");
        }

        return false;
    }

    /// <summary>By the Date of the last reply.</summary>
    public void Clock()
    {
        var ahead = time.GetUtcNow() - server.Now;
        var detail = string.Create(CultureInfo.InvariantCulture, $"This machine's clock is {Math.Abs((decimal)ahead.TotalSeconds):N0} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} Salesforce's.");
        if (ahead.Duration() > TolerableSkew)
            list.Warn(CheckNames.Clock, detail, "Set the clock, by NTP for example: the JWT sign-in is refused when it is wrong, and days begin at the wrong time.");
        else
            list.Pass(CheckNames.Clock, detail);
    }

    /// <summary>By what the last counted reply told.</summary>
    public void Budget()
    {
        if (usage.Current is not { } current)
        {
            list.Warn(CheckNames.Budget, "The org did not tell how many API calls are used.", "Look at Setup, System Overview in Salesforce.");
            return;
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"{current.Used:N0} of {current.Max:N0} API calls of the last 24 hours are used ({current.UsedShare * 100:N0} %).");
        if (current.Remaining == 0)
            list.Fail(CheckNames.Budget, detail, "Wait, or find out in Setup, System Overview who uses them.");
        else if (current.UsedShare >= HighShare)
            list.Warn(CheckNames.Budget, detail, "Find out in Setup, System Overview who uses them.");
        else
            list.Pass(CheckNames.Budget, detail);
    }

    private static async Task<List<string>> VersionsAsync(Uri instance, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = PatienceWithVersions };
        await using var stream = await client.GetStreamAsync(new Uri(instance, "/services/data/"), cancellationToken);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        var versions = document.RootElement.EnumerateArray()
            .Select(entry => entry.GetProperty("version").GetString()!)
            .OrderBy(version => decimal.Parse(version, CultureInfo.InvariantCulture))
            .ToList();
        return versions.Count > 0 ? versions : throw new JsonException("it is empty");
    }
}
