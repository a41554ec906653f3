using System.Net.Http.Headers;

namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>Turns a reply that is no success into the exception that says what to do.</summary>
internal static class FailedReply
{
    public static SalesforceException ToException(SalesforceRequest request, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var errors = status < 400 ? [] : ServerError.ParseAll(body);
        return new(request.Operation, errors is [var first, ..] ? Merge(first, errors) : new(LocalErrorCodes.ForStatus(status), "", []), status)
        {
            RetryAfter = RetryAfter(response.Headers),
            // Only Salesforce's own refusal proves that nothing was done: a gateway's page does not.
            MayHaveBeenCarriedOut = status >= 500 || errors.Count == 0,
        };
    }

    /// <summary>A success whose body is a page or is cut off.</summary>
    public static SalesforceException NotJson(SalesforceRequest request, int status) =>
        new(request.Operation, new(LocalErrorCodes.NotJson, "", []), status) { MayHaveBeenCarriedOut = true };

    // Several entries, as of several validation rules, are told as one: the first code, all fields.
    private static ServerError Merge(ServerError first, IReadOnlyList<ServerError> all) =>
        first with { Fields = [.. all.SelectMany(e => e.Fields).Distinct(StringComparer.Ordinal)] };

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers) =>
        headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
            _ => null,
        };
}
