using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesRules.EndToEnd.Tests.Histories.Reading;

/// <summary>
/// The least that an org can be and still be read: it answers sign-ins and the queries of a read from memory, without a server. What it
/// cannot answer it refuses.
/// </summary>
internal sealed partial class LeanOrg(TimeProvider clock) : DelegatingHandler
{
    private const string SignedIn =
        """{"access_token":"00D000000000001!x","instance_url":"http://127.0.0.1","id":"http://127.0.0.1/id/00D000000000001EAA/005000000000001AAA"}""";

    private const string Refused = """[{"message":"no","errorCode":"MALFORMED_QUERY"}]""";

    public Dictionary<string, LeanDeal> Deals { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens before the org answers its next queries, one after the other; false refuses the query.</summary>
    public Queue<Func<bool>> Meanwhile { get; } = new();

    public void Clear()
    {
        Deals.Clear();
        Meanwhile.Clear();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
            return Task.FromResult(Reply(HttpStatusCode.OK, SignedIn));
        var isRefused = Meanwhile.TryDequeue(out var happen) && !happen();
        return Task.FromResult(isRefused ? Reply(HttpStatusCode.BadRequest, Refused) : Reply(HttpStatusCode.OK, Answer(Uri.UnescapeDataString(request.RequestUri!.Query))));
    }

    private string Answer(string query)
    {
        var parts = Query().Match(query);
        var now = clock.GetUtcNow();
        var condition = parts.Groups["where"].Success ? LeanCondition.Parse(parts.Groups["where"].Value) : (_, _) => true;
        var rows = Deals.Values.Select(deal => (deal.Id, Version: deal.Seen(now))).Where(row => row.Version is not null && condition(row.Id, row.Version)).ToList();
        if (query.Contains("COUNT()", StringComparison.Ordinal))
            return $$"""{"totalSize":{{rows.Count}},"done":true,"records":[]}""";
        var limit = int.Parse(parts.Groups["limit"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var page = rows.OrderBy(row => row.Version!.Stamp).ThenBy(row => row.Id, StringComparer.Ordinal).Take(limit).Select(row => Json(row.Id, row.Version!)).ToList();
        return $$"""{"totalSize":{{page.Count}},"done":true,"records":[{{string.Join(',', page)}}]}""";
    }

    private static string Json(string id, LeanDeal.Version version) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"attributes":{"type":"Opportunity"},"Id":"{{id}}","IsClosed":{{(version.IsClosed ? "true" : "false")}},"SystemModstamp":"{{version.Stamp.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'.000+0000'}}"}""");

    private HttpResponseMessage Reply(HttpStatusCode status, string body)
    {
        var reply = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        reply.Headers.Date = clock.GetUtcNow();
        return reply;
    }

    [GeneratedRegex(@"FROM Opportunity( WHERE (?<where>.*?))?( ORDER BY SystemModstamp,Id LIMIT (?<limit>\d+))?$")]
    private static partial Regex Query();
}
