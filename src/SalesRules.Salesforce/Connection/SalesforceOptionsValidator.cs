using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection.SignIn;

namespace SalesRules.Salesforce.Connection;

/// <summary>Checks the section <c>Salesforce</c> and reports everything that is wrong at once, one sentence each.</summary>
internal sealed partial class SalesforceOptionsValidator : IValidateOptions<SalesforceOptions>
{
    // Upserting collections, the newest thing used, is older; versions below this one are near their retirement.
    private const int OldestApiVersion = 50;

    public ValidateOptionsResult Validate(string? name, SalesforceOptions options)
    {
        List<string> errors = [.. LoginUrl(options), .. ApiVersion(options), .. Flow(options), .. Audience(options), .. Limits(options)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> LoginUrl(SalesforceOptions options)
    {
        const string expected = "such as https://yourcompany.my.salesforce.com";
        if (string.IsNullOrWhiteSpace(options.LoginUrl))
            yield return $"Salesforce:LoginUrl is missing: set it to the address where your org signs in, {expected}.";
        else if (!IsWebAddress(options.LoginUrl, out var url))
            yield return $"Salesforce:LoginUrl is not a web address: expected https:// and a host, {expected}.";
        else if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
            yield return $"Salesforce:LoginUrl has more than a host: expected only https:// and the host, {expected}.";
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !options.AllowInsecureHttp)
            yield return "Salesforce:LoginUrl starts with http://, which would send the secret in the clear: use https://"
                + " (or set Salesforce:AllowInsecureHttp=true on a network that you trust).";
        else if (!string.IsNullOrWhiteSpace(options.ClientSecret) && url.Host is "login.salesforce.com" or "test.salesforce.com")
            yield return $"Salesforce:LoginUrl is {url.Host}, which does not offer the client-credentials flow:"
                + $" set it to the org's My Domain, {expected}.";
    }

    private static IEnumerable<string> ApiVersion(SalesforceOptions options)
    {
        if (!ApiVersionForm().IsMatch(options.ApiVersion ?? "")
            || int.Parse(options.ApiVersion.AsSpan()[..^2], CultureInfo.InvariantCulture) < OldestApiVersion)
            yield return $"Salesforce:ApiVersion is not usable: expected a version from {OldestApiVersion}.0 on, such as 64.0.";
    }

    private static IEnumerable<string> Flow(SalesforceOptions options)
    {
        var secret = !string.IsNullOrWhiteSpace(options.ClientSecret);
        var user = !string.IsNullOrWhiteSpace(options.Username);
        var key = !string.IsNullOrWhiteSpace(options.PrivateKeyFile);
        if (string.IsNullOrWhiteSpace(options.ClientId))
            yield return "Salesforce:ClientId is missing: set it to the consumer key of the connected app.";
        if (!secret && !user && !key)
            yield return "Salesforce:ClientSecret is missing: set it (client-credentials flow), or set Salesforce:Username and"
                + " Salesforce:PrivateKeyFile (JWT flow).";
        if (secret && (user || key))
            yield return "Salesforce:ClientSecret is set beside Salesforce:Username or Salesforce:PrivateKeyFile:"
                + " set either the secret (client-credentials flow) or the other two (JWT flow).";
        if (user && !key && !secret)
            yield return "Salesforce:PrivateKeyFile is missing: with Salesforce:Username it chooses the JWT flow.";
        if (key && !user && !secret)
            yield return "Salesforce:Username is missing: with Salesforce:PrivateKeyFile it chooses the JWT flow.";
        if (key && PrivateKeyFile.Problem(options.PrivateKeyFile!) is { } problem)
            yield return problem;
    }

    private static IEnumerable<string> Audience(SalesforceOptions options)
    {
        if (options.Audience is not null && !IsWebAddress(options.Audience, out _))
            yield return "Salesforce:Audience is not a web address: expected https://login.salesforce.com, https://test.salesforce.com"
                + " or nothing.";
    }

    private static IEnumerable<string> Limits(SalesforceOptions options)
    {
        if (options.MaxConcurrentRequests is < 1 or > 25)
            yield return "Salesforce:MaxConcurrentRequests is out of range: expected 1 to 25.";
        if (options.MaxRetries is < 0 or > 10)
            yield return "Salesforce:MaxRetries is out of range: expected 0 to 10.";
        if (options.RowsPerQuery is < 1 or > 1_000_000)
            yield return "Salesforce:RowsPerQuery is out of range: expected 1 to 1000000.";
        foreach (var (key, value, least, most) in Durations(options))
        {
            if (value < least || value > most)
                yield return $"Salesforce:{key} is out of range: expected {least:c} to {most:c} (hours:minutes:seconds).";
        }
        if (options.AttemptTimeout > options.TotalTimeout)
            yield return "Salesforce:TotalTimeout is shorter than Salesforce:AttemptTimeout: a call could never use its time.";
    }

    private static IEnumerable<(string Key, TimeSpan Value, TimeSpan Least, TimeSpan Most)> Durations(SalesforceOptions options) =>
    [
        (nameof(options.RetryDelay), options.RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)),
        (nameof(options.MaxRetryAfter), options.MaxRetryAfter, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
        (nameof(options.AttemptTimeout), options.AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(15)),
        (nameof(options.TotalTimeout), options.TotalTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        (nameof(options.BreakDuration), options.BreakDuration, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(10)),
        (nameof(options.ReadOverlap), options.ReadOverlap, TimeSpan.Zero, TimeSpan.FromDays(1)),
        (nameof(options.ReadLag), options.ReadLag, TimeSpan.Zero, TimeSpan.FromHours(1)),
    ];

    private static bool IsWebAddress(string text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex(@"^[0-9]{2,3}\.0$", RegexOptions.CultureInvariant)]
    private static partial Regex ApiVersionForm();
}
