using System.Globalization;

namespace SalesRules.Salesforce.Connection.Usage;

/// <summary>How much of the org's daily allowance of API calls is used, by everyone, over the last 24 hours.</summary>
public sealed record ApiUsage(long Used, long Max)
{
    /// <summary>The calls left; zero when the org is over its allowance.</summary>
    public long Remaining => Math.Max(0, Max - Used);

    /// <summary>The used share: 0 is none, 1 is all.</summary>
    public decimal UsedShare => Max == 0 ? 1 : (decimal)Used / Max;

    /// <summary>Reads the header <c>Sforce-Limit-Info</c>: <c>api-usage=25/5000; per-app-api-usage=17/250(appName=x)</c>. Null when it tells nothing.</summary>
    internal static ApiUsage? Parse(string header)
    {
        const string key = "api-usage=";
        foreach (var part in header.Split(';', ',').Select(p => p.Trim()))
        {
            if (!part.StartsWith(key, StringComparison.OrdinalIgnoreCase))
                continue;
            var figures = part[key.Length..].Split('/');
            if (figures.Length == 2 && Read(figures[0], out var used) && Read(figures[1], out var max))
                return new(used, max);
        }
        return null;
    }

    private static bool Read(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
