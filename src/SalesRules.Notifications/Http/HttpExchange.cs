using System.Net.Http.Headers;
using System.Text;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Http;

/// <summary>One POST of JSON, with a limit of time. Whatever fails outside comes back as a value, in words that hold no address.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of the <see cref="HttpClient"/> to use.</summary>
    public const string ClientName = "Notifications";

    private const int MostOfABody = 16 * 1024;

    /// <param name="headers">Further headers of the request.</param>
    public async Task<HttpOutcome> PostAsync(
        Secret url, byte[] json, Action<HttpRequestHeaders> headers, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(url, json, headers);
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new HttpReply((int)response.StatusCode, await BodyAsync(response, either.Token), RetryAfter(response.Headers.RetryAfter));
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return new NoReply(Reason(problem));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new NoReply($"there was no answer within {timeout:c}");
        }
    }

    private static HttpRequestMessage Request(Secret url, byte[] json, Action<HttpRequestHeaders> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url.Reveal()) { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        headers(request.Headers);
        return request;
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var start = new byte[MostOfABody];
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(start, 0, length);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // The exceptions' own words may name the address.
    private static string Reason(Exception problem) => (problem as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the name of its host is not known",
        HttpRequestError.ConnectionError => "no connection could be made to its host",
        HttpRequestError.SecureConnectionError => "no secure connection could be made: this machine must trust the host's certificate",
        HttpRequestError.ProxyTunnelError => "the proxy lets nothing through to its host",
        _ => "the connection broke before the answer was complete",
    };
}
