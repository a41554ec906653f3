namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/services/data/v64.0</c>: which resources there are. Only <c>identity</c> is absolute.</summary>
internal sealed class ResourceMapResource(Org org) : IResource
{
    private static readonly string[] Names = ["query", "queryAll", "sobjects", "composite", "limits", "jobs", "recent"];

    public void Map(RouteTable routes) => routes.Map("").On("GET", List);

    private ApiReply List(ApiRequest request) => ApiReply.Json(200, writer =>
    {
        writer.WriteStartObject();
        foreach (var name in Names)
            writer.WriteString(name, $"{request.BasePath}/{name}");
        writer.WriteString("identity", $"{request.Origin}/id/{org.Id}/{request.UserId}");
        writer.WriteEndObject();
    });
}
