using System.Net.Http.Headers;
using System.Text.Json;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Salesforce.Connection;

/// <summary>One try on the wire: counted, read to its end, and either a good reply or a <see cref="SalesforceException"/>.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, CallCounter counter, ApiUsageMonitor usage, ServerClock clock)
{
    /// <summary>The name of the <see cref="HttpClient"/> to use.</summary>
    public const string ClientName = "Salesforce";

    public async Task<SalesforceReply> SendAsync(
        SalesforceRequest request, Uri baseAddress, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(baseAddress);
        message.Headers.Authorization = authorization;
        counter.Add(request.Kind);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            Observe(response);
            // Read here, within the try, so that a body that ends too early counts as a failed call.
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? Accept(request, response, body) : throw FailedReply.ToException(request, response, body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw FailedConnection.ToException(request, baseAddress, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody cancelled: the connection could not be made within the handler's own limit.
            throw FailedConnection.ToException(request, baseAddress, new HttpRequestException(HttpRequestError.ConnectionError, inner: e));
        }
    }

    private void Observe(HttpResponseMessage response)
    {
        if (response.Headers.Date is { } date)
            clock.Observe(date);
        if (response.Headers.TryGetValues("Sforce-Limit-Info", out var values) && ApiUsage.Parse(string.Join(';', values)) is { } latest)
            usage.Observe(latest);
    }

    private static SalesforceReply Accept(SalesforceRequest request, HttpResponseMessage response, byte[] body) =>
        body.Length == 0 || IsJson(response, body)
            ? new(request.Operation, response.StatusCode, body)
            : throw FailedReply.NotJson(request, (int)response.StatusCode);

    private static bool IsJson(HttpResponseMessage response, byte[] body)
    {
        if (response.Content.Headers.ContentType?.MediaType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            return false;
        var reader = new Utf8JsonReader(body);
        try
        {
            // All of it: a gateway may cut a body off and still close it properly.
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
