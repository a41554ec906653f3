namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>Turns a failure to get any complete reply into the exception that says what to do.</summary>
internal static class FailedConnection
{
    public static SalesforceException ToException(SalesforceRequest request, Uri baseAddress, Exception failure)
    {
        var error = (failure as HttpRequestException)?.HttpRequestError;
        var code = error switch
        {
            HttpRequestError.NameResolutionError => LocalErrorCodes.HostNotFound,
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => LocalErrorCodes.ConnectionFailed,
            HttpRequestError.SecureConnectionError => LocalErrorCodes.TlsFailed,
            _ => LocalErrorCodes.TornReply,
        };
        return new($"{request.Operation} at {baseAddress.GetLeftPart(UriPartial.Authority)}", new(code, "", []), null, failure)
        {
            MayHaveBeenCarriedOut = code == LocalErrorCodes.TornReply,
        };
    }
}
