using System.Globalization;
using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/recent</c>: the rows that were saved last, of all objects with a name.</summary>
internal sealed class RecentResource(Org org) : IResource
{
    private const int Most = 200;

    public void Map(RouteTable routes) => routes.Map("recent").On("GET", List);

    private ApiReply List(ApiRequest request)
    {
        var count = int.TryParse(request.Parameter("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Min(limit, Most) : Most;
        return org.Read(store => ApiReply.Json(200, writer =>
        {
            writer.WriteStartArray();
            var latest = org.Schema.Types.Where(type => type.NameField is not null)
                .SelectMany(type => store[type].Latest(count)).OrderByDescending(record => record.SystemModstamp).Take(count);
            foreach (var record in latest)
                RecordJson.WriteRecord(writer, request.Version, record, [record.Type.Id, record.Type.NameField!]);
            writer.WriteEndArray();
        }));
    }
}
