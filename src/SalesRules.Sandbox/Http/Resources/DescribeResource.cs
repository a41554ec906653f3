using System.Globalization;
using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary>Describe: of the org, of one object in short with its recent records, and of one object in full.</summary>
internal sealed class DescribeResource(Org org, RowResource rows) : IResource
{
    private const int RecentItems = 5;

    public void Map(RouteTable routes)
    {
        routes.Map("sobjects").On("GET", DescribeGlobal);
        routes.Map("sobjects/{object}").On("GET", DescribeInShort).On("POST", rows.Create);
        routes.Map("sobjects/{object}/describe").On("GET", Describe);
    }

    private ApiReply DescribeGlobal(ApiRequest request) => UnlessUnchanged(request, () => ApiReply.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("encoding", "UTF-8");
        writer.WriteNumber("maxBatchSize", 200);
        writer.WriteStartArray("sobjects");
        foreach (var type in org.Schema.Types)
            new DescribeJson(type, request).WriteSummary(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

    private ApiReply Describe(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return UnlessUnchanged(request, () => ApiReply.Json(200, new DescribeJson(type, request).Write));
    }

    private ApiReply DescribeInShort(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return org.Read(store => ApiReply.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("objectDescribe");
            new DescribeJson(type, request).WriteSummary(writer);
            writer.WriteStartArray("recentItems");
            foreach (var record in store[type].Latest(RecentItems))
                RecordJson.WriteRecord(writer, request.Version, record, ((SObjectField?[])[type.Id, type.NameField]).OfType<SObjectField>());
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private ApiReply UnlessUnchanged(ApiRequest request, Func<ApiReply> describe)
    {
        var changed = org.Schema.LastChanged;
        return HttpDate.Parse(request.Header("If-Modified-Since")) is { } since && changed <= since
            ? ApiReply.NotModified
            : describe().With("Last-Modified", changed.ToString("R", CultureInfo.InvariantCulture));
    }
}
