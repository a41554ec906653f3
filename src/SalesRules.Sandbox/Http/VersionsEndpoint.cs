using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Http;

/// <summary><c>/services/data</c>: the versions the org speaks; no session needed.</summary>
internal static class VersionsEndpoint
{
    private const int Oldest = 31;

    // Three releases a year since Winter '11 (20.0).
    private static readonly string[] Seasons = ["Winter", "Spring", "Summer"];

    public static Task Serve(HttpContext context, string newest) => WireReply.Send(context, ApiReply.Json(200, writer =>
    {
        var last = (int)decimal.Parse(newest, CultureInfo.InvariantCulture);
        writer.WriteStartArray();
        for (var version = Oldest; version <= last; version++)
        {
            writer.WriteStartObject();
            writer.WriteString("label", LabelOf(version));
            writer.WriteString("url", FormattableString.Invariant($"/services/data/v{version}.0"));
            writer.WriteString("version", FormattableString.Invariant($"{version}.0"));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }));

    // 64.0 is Summer '25, 65.0 Winter '26, 66.0 Spring '26.
    private static string LabelOf(int version)
    {
        var releases = version - 20;
        return FormattableString.Invariant($"{Seasons[releases % 3]} '{11 + (releases / 3):00}");
    }
}
