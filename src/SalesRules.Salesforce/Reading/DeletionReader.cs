using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading;

/// <summary>
/// Asks which records of an object were deleted, those past the recycle bin too. It is Salesforce's own log that answers, which
/// knows of transactions that are still open: a query sees neither those nor what is gone for good. One call.
/// </summary>
public sealed class DeletionReader
{
    private const string NotThatFar = "INVALID_REPLICATION_DATE";

    /// <summary>Salesforce keeps its log for 15 days; a little less, because both ends are cut to the minute.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(15) - TimeSpan.FromMinutes(5);

    /// <summary>The start must lie more than a minute before the end.</summary>
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMinutes(2);

    private readonly SalesforceConnection connection;
    private readonly ServerClock clock;
    private readonly SalesforceOptions options;

    internal DeletionReader(SalesforceConnection connection, ServerClock clock, IOptions<SalesforceOptions> options)
    {
        this.connection = connection;
        this.clock = clock;
        this.options = options.Value;
    }

    /// <summary>
    /// What was deleted from an instant on, and as far before it as reads of changes overlap, up to the last full minute by the server's clock.
    /// What is told twice has to be recognised.
    /// </summary>
    /// <exception cref="SalesforceException">The call failed.</exception>
    public async Task<Deletions> ReadAsync(string objectName, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // Signing in is what tells the server's time when nothing was asked yet.
        await connection.IdentityAsync(cancellationToken);
        var end = WholeMinute(clock.Now);
        var start = WholeMinute(since - options.ReadOverlap);
        if (start > end - ShortestSpan)
            start = end - ShortestSpan;
        if (start < end - Reach)
            start = end - Reach;
        try
        {
            return Read(await connection.SendAsync(Request(objectName, start, end), cancellationToken), since < start ? start : since);
        }
        catch (SalesforceException e) when (e.ErrorCode == NotThatFar)
        {
            // Salesforce may forget sooner than it promises.
            return new Deletions([], end, end);
        }
    }

    private static SalesforceRequest Request(string objectName, DateTimeOffset start, DateTimeOffset end) => SalesforceRequest.Get(
        $"sobjects/{SoqlName.Object(objectName)}/deleted?start={Text(start)}&end={Text(end)}", CallKind.Deletions, $"Deletions of {objectName}");

    private static Deletions Read(SalesforceReply reply, DateTimeOffset since)
    {
        var json = reply.Json(JsonValueKind.Object);
        if (!json.TryGetProperty("deletedRecords", out var records) || records.ValueKind != JsonValueKind.Array)
            throw reply.Unexpected();
        try
        {
            return new Deletions(
                [.. records.EnumerateArray().Select(record => new DeletedRecord(record.Id("id")!.Value, record.Instant("deletedDate")!.Value))],
                json.Instant("latestDateCovered")!.Value,
                since);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException)
        {
            throw reply.Unexpected();
        }
    }

    private static string Text(DateTimeOffset instant) =>
        Uri.EscapeDataString(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static DateTimeOffset WholeMinute(DateTimeOffset instant) => new(instant.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
