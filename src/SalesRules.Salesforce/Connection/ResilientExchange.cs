using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Connection;

/// <summary>
/// A call with its repeats. A try is repeated only when the verdict says so and it cannot do harm: the call is idempotent,
/// or it is certain that Salesforce carried nothing out.
/// </summary>
internal sealed class ResilientExchange(
    HttpExchange exchange, IOptions<SalesforceOptions> options, TimeProvider time, ILogger<ResilientExchange> logger) : IDisposable
{
    private readonly RetryPipeline pipeline = new(options.Value, time, logger);

    public async Task<SalesforceReply> SendAsync(
        SalesforceRequest request, Uri baseAddress, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(request, token => exchange.SendAsync(request, baseAddress, authorization, token), cancellationToken);
        }
        catch (TimeoutRejectedException e)
        {
            throw Failure(request, LocalErrorCodes.Timeout, e, mayHaveBeenCarriedOut: true);
        }
        catch (BrokenCircuitException e)
        {
            throw Failure(request, LocalErrorCodes.CircuitOpen, e, mayHaveBeenCarriedOut: false);
        }
    }

    public void Dispose() => pipeline.Dispose();

    private static SalesforceException Failure(SalesforceRequest request, string code, Exception e, bool mayHaveBeenCarriedOut) =>
        new(request.Operation, new(code, "", []), null, e)
        {
            RetryAfter = (e as BrokenCircuitException)?.RetryAfter,
            MayHaveBeenCarriedOut = mayHaveBeenCarriedOut,
        };
}
