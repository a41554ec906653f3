using System.Text.Json;
using SalesRules.Salesforce.Connection;

namespace SalesRules.Salesforce.Reading;

/// <summary>One page of a query's result.</summary>
/// <param name="Records">The rows of this page.</param>
/// <param name="TotalSize">The rows of the whole result.</param>
/// <param name="NextLocator">Names the next page; null on the last one.</param>
internal sealed record QueryPage(IReadOnlyList<JsonElement> Records, long TotalSize, string? NextLocator)
{
    public static QueryPage Read(SalesforceReply reply)
    {
        var json = reply.Json(JsonValueKind.Object);
        if (!json.TryGetProperty("totalSize", out var total) || total.ValueKind != JsonValueKind.Number || !total.TryGetDecimal(out var size) || size is < 0 or > int.MaxValue
            || !json.TryGetProperty("done", out var done) || done.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            || !json.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
            throw reply.Unexpected();
        var page = new QueryPage([.. records.EnumerateArray()], (long)size, done.GetBoolean() ? null : Locator(json));
        // Not the last page, but it names no next one or brings nothing: reading on would end nowhere or never.
        return !done.GetBoolean() && (page.NextLocator is null || page.Records.Count == 0) ? throw reply.Unexpected() : page;
    }

    // Only the last part of the address is used: the token must not follow an address that a reply made up.
    private static string? Locator(JsonElement json) =>
        json.TryGetProperty("nextRecordsUrl", out var url) && url.ValueKind == JsonValueKind.String
        && url.GetString()!.Split('?')[0].TrimEnd('/').Split('/') is [.., { Length: > 0 } last]
            ? last
            : null;
}
