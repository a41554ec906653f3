namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/limits</c>: what the org may use in a day and what is left.</summary>
internal sealed class LimitsResource(ApiUsage usage) : IResource
{
    // Of what the sandbox org does not meter, everything is always left.
    private static readonly (string Name, int Max)[] Unmetered =
    [
        ("AnalyticsExternalDataSizeMB", 40960), ("ConcurrentAsyncGetReportInstances", 200), ("ConcurrentSyncReportRuns", 20),
        ("DailyAsyncApexExecutions", 250000), ("DailyBulkApiBatches", 15000), ("DailyBulkV2QueryFileStorageMB", 976562),
        ("DailyBulkV2QueryJobs", 10000), ("DailyDurableGenericStreamingApiEvents", 10000), ("DailyDurableStreamingApiEvents", 10000),
        ("DailyGenericStreamingApiEvents", 10000), ("DailyStandardVolumePlatformEvents", 10000), ("DailyStreamingApiEvents", 10000),
        ("DailyWorkflowEmails", 1000), ("DataStorageMB", 1024), ("DurableStreamingApiConcurrentClients", 20), ("FileStorageMB", 1024),
        ("HourlyAsyncReportRuns", 1200), ("HourlyODataCallout", 1000), ("HourlySyncReportRuns", 500), ("MassEmail", 10), ("SingleEmail", 15),
        ("StreamingApiConcurrentClients", 20),
    ];

    public void Map(RouteTable routes) => routes.Map("limits").On("GET", _ => List());

    private ApiReply List() => ApiReply.Json(200, writer =>
    {
        writer.WriteStartObject();
        var metered = Unmetered.Select(limit => (limit.Name, limit.Max, Remaining: limit.Max))
            .Append(("DailyApiRequests", usage.Allowed, Math.Max(0, usage.Allowed - usage.Used)));
        foreach (var (name, max, remaining) in metered.OrderBy(limit => limit.Item1, StringComparer.Ordinal))
        {
            writer.WriteStartObject(name);
            writer.WriteNumber("Max", max);
            writer.WriteNumber("Remaining", remaining);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    });
}
