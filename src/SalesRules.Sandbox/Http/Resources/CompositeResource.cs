namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/composite</c>: up to 25 calls in one, later ones built on the replies of earlier ones.</summary>
internal sealed class CompositeResource(CompositeCalls calls) : IResource
{
    private const int MostSubrequests = 25;

    public void Map(RouteTable routes) => routes.Map("composite").On("POST", Run);

    private ApiReply Run(ApiRequest request)
    {
        var body = CompositeCalls.Parse(request.Body);
        var subrequests = CompositeCalls.Read(body, MostSubrequests);
        var replies = CompositeCalls.Flag(body, "allOrNone") ? calls.AllOrNone(request, subrequests) : calls.Each(request, subrequests);
        return ApiReply.Json(200, writer => CompositeCalls.Write(writer, subrequests, replies));
    }
}
