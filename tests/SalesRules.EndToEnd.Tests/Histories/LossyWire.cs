using System.Text.Json.Nodes;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>Loses rows of the replies to queries for opportunities: as an org does that shows them late, or a gateway that cuts pages.</summary>
/// <param name="lose">Takes rows out of a reply.</param>
internal sealed class LossyWire(Action<JsonObject> lose) : DelegatingHandler
{
    /// <summary>Whether anything is lost.</summary>
    public bool IsLossy { get; set; } = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        var query = Uri.UnescapeDataString(request.RequestUri!.Query);
        if (!IsLossy || !query.Contains(" FROM Opportunity ", StringComparison.Ordinal) || query.Contains("COUNT()", StringComparison.Ordinal))
            return reply;
        var body = (await JsonNode.ParseAsync(await reply.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken))!.AsObject();
        lose(body);
        reply.Content = new StringContent(body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        return reply;
    }
}
