namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/limits/recordCount</c>: how many rows the objects of <c>sObjects=</c> have, all objects without it.</summary>
internal sealed class RecordCountResource(Org org) : IResource
{
    public void Map(RouteTable routes) => routes.Map("limits/recordCount").On("GET", Count);

    private ApiReply Count(ApiRequest request)
    {
        var names = request.Parameter("sObjects")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // What the org does not have is left out, as Salesforce does.
        var types = names is null ? org.Schema.Types : names.Select(org.Schema.Find).OfType<Schema.SObjectType>();
        return org.Read(store => ApiReply.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("sObjects");
            foreach (var type in types.OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteNumber("count", store[type].Count);
                writer.WriteString("name", type.Name);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }
}
