using System.Text.Json;
using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary>Which rows of an object were saved or deleted within a span; both ends are cut to the minute.</summary>
internal sealed class ReplicationResource(Org org) : IResource
{
    private static readonly TimeSpan UpdatedReach = TimeSpan.FromDays(30);
    private static readonly TimeSpan DeletedReach = TimeSpan.FromDays(15);
    private const int MostIds = 600_000;

    public void Map(RouteTable routes)
    {
        routes.Map("sobjects/{object}/updated").On("GET", Updated);
        routes.Map("sobjects/{object}/deleted").On("GET", Deleted);
    }

    private ApiReply Updated(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        var (start, end) = SpanOf(request, UpdatedReach);
        return org.Read(store => ApiReply.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStrings("ids", Stamped(store, type, start, end).Where(record => !record.IsDeleted).Select(record => record.Id));
            writer.WriteString("latestDateCovered", RecordJson.DateTime(Covered(store, type, end)));
            writer.WriteEndObject();
        }));
    }

    private ApiReply Deleted(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        var (start, end) = SpanOf(request, DeletedReach);
        return org.Read(store => ApiReply.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("deletedRecords");
            foreach (var record in Stamped(store, type, start, end).Where(record => record.IsDeleted))
                WriteDeleted(writer, record);
            writer.WriteEndArray();
            writer.WriteString("earliestDateAvailable", RecordJson.DateTime(ToMinute(org.Now() - DeletedReach)));
            writer.WriteString("latestDateCovered", RecordJson.DateTime(Covered(store, type, end)));
            writer.WriteEndObject();
        }));
    }

    private static void WriteDeleted(Utf8JsonWriter writer, Record record)
    {
        writer.WriteStartObject();
        writer.WriteString("id", record.Id);
        writer.WriteString("deletedDate", RecordJson.DateTime(record.SystemModstamp));
        writer.WriteEndObject();
    }

    private static List<Record> Stamped(OrgStore store, SObjectType type, DateTimeOffset start, DateTimeOffset end)
    {
        var stamped = store[type].StampedFrom(start, includeDeleted: true).TakeWhile(record => record.SystemModstamp < end);
        var records = store[type].Late.AsSeen(stamped, includeDeleted: true)
            .Where(record => record.SystemModstamp >= start && record.SystemModstamp < end).Take(MostIds + 1).ToList();
        return records.Count <= MostIds
            ? records
            : throw ApiException.BadRequest("EXCEEDED_ID_LIMIT", "The span holds more than 600000 ids: ask for a shorter one");
    }

    private (DateTimeOffset Start, DateTimeOffset End) SpanOf(ApiRequest request, TimeSpan reach)
    {
        var (start, end) = (ToMinute(Moment(request, "start")), ToMinute(Moment(request, "end")));
        if (start < org.Now() - reach - TimeSpan.FromMinutes(1))
            throw TooFarBack(reach);
        return end > start
            ? (start, end)
            : throw ApiException.BadRequest("INVALID_REPLICATION_DATE", "end must be at least one minute after start");
    }

    private static ApiException TooFarBack(TimeSpan reach) => ApiException.BadRequest(
        "INVALID_REPLICATION_DATE", FormattableString.Invariant($"start lies more than {reach.TotalDays} days back: do a full sync"));

    // A plus sign that the caller did not encode arrives as a space.
    private static DateTimeOffset Moment(ApiRequest request, string name)
    {
        var text = request.Parameter(name) ?? throw ApiException.BadRequest("MISSING_ARGUMENT", $"The parameter {name} is required");
        return ValueConversion.ParseDateTime(text.Replace(' ', '+'))
            ?? throw ApiException.BadRequest("INVALID_REPLICATION_DATE", $"{name}: {text} is not a datetime such as 2026-02-01T10:00:00Z");
    }

    // Covered is what lies before the end asked for, the current minute, and the start of the oldest save that is not seen yet.
    private DateTimeOffset Covered(OrgStore store, SObjectType type, DateTimeOffset end) =>
        new[] { end, ToMinute(org.Now()), ToMinute(store[type].Late.OldestUnseen ?? end) }.Min();

    private static DateTimeOffset ToMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));
}
