using System.Text.Json.Nodes;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/composite/graph</c>: up to 75 graphs of row calls; each graph happens as a whole or not at all, apart from the others.</summary>
internal sealed class GraphResource(CompositeCalls calls) : IResource
{
    private const int MostGraphs = 75;
    private const int MostNodes = 500;

    public void Map(RouteTable routes) => routes.Map("composite/graph").On("POST", Run);

    private ApiReply Run(ApiRequest request)
    {
        var graphs = Read(CompositeCalls.Parse(request.Body));
        var answers = graphs.ConvertAll(graph => (graph.Id, graph.Nodes, Replies: calls.AllOrNone(request, graph.Nodes)));
        return ApiReply.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("graphs");
            foreach (var (id, nodes, replies) in answers)
            {
                writer.WriteStartObject();
                writer.WriteString("graphId", id);
                writer.WritePropertyName("graphResponse");
                CompositeCalls.Write(writer, nodes, replies);
                writer.WriteBoolean("isSuccessful", replies.TrueForAll(reply => reply.Status < 400));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static List<(string Id, List<CompositeSubrequest> Nodes)> Read(JsonObject body)
    {
        if (body["graphs"] is not JsonArray { Count: > 0 and <= MostGraphs } entries)
            throw CompositeCalls.Invalid(FormattableString.Invariant($"graphs must hold 1 to {MostGraphs} graphs"));
        var graphs = entries.Select(ReadGraph).ToList();
        if (graphs.Sum(graph => graph.Nodes.Count) > MostNodes)
            throw CompositeCalls.Invalid(FormattableString.Invariant($"A call takes at most {MostNodes} nodes in all its graphs"));
        return graphs.DistinctBy(graph => graph.Id).Count() == graphs.Count ? graphs : throw CompositeCalls.Invalid("Every graphId must be unique");
    }

    private static (string Id, List<CompositeSubrequest> Nodes) ReadGraph(JsonNode? node)
    {
        var graph = node as JsonObject ?? throw CompositeCalls.Invalid("Every entry of graphs must be an object");
        var nodes = CompositeCalls.Read(graph, MostNodes);
        if (nodes.Find(call => !call.Url.Contains("/sobjects/", StringComparison.OrdinalIgnoreCase)) is { } odd)
            throw CompositeCalls.Invalid($"{odd.ReferenceId}: a graph takes URLs of sobjects rows only, not {odd.Url}");
        return (graph["graphId"]?.ToString() ?? throw CompositeCalls.Invalid("Every graph needs graphId"), nodes);
    }
}
