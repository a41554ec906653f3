using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Connection;

/// <summary>From the outside in: total timeout, repeats, circuit breaker, concurrency limit, timeout of one try.</summary>
internal sealed class RetryPipeline : IDisposable
{
    private static readonly ResiliencePropertyKey<SalesforceRequest> RequestKey = new("SalesforceRequest");

    private readonly SalesforceOptions options;
    private readonly ILogger logger;
    private readonly ConcurrencyLimiter limiter;
    private readonly ResiliencePipeline<SalesforceReply> pipeline;

    public RetryPipeline(SalesforceOptions options, TimeProvider time, ILogger logger)
    {
        this.options = options;
        this.logger = logger;
        limiter = new(new() { PermitLimit = options.MaxConcurrentRequests, QueueLimit = int.MaxValue });
        var builder = new ResiliencePipelineBuilder<SalesforceReply> { TimeProvider = time }.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0)
            builder.AddRetry(Retry());
        // The limit stands outside the timeout of a try: waiting for a turn is not a slow answer.
        pipeline = builder
            .AddCircuitBreaker(Breaker())
            .AddStrategy(_ => new ConcurrencyLimitStrategy(limiter), new ConcurrencyLimitOptions())
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    public async Task<SalesforceReply> ExecuteAsync(
        SalesforceRequest request, Func<CancellationToken, Task<SalesforceReply>> send, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await pipeline.ExecuteAsync(async (c, state) => await state(c.CancellationToken), context, send);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => limiter.Dispose();

    private RetryStrategyOptions<SalesforceReply> Retry() => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments)),
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as SalesforceException)?.RetryAfter),
        OnRetry = arguments =>
        {
            var request = Request(arguments.Context);
            logger.RetryingCall(request.Kind, Code(arguments.Outcome.Exception), arguments.AttemptNumber + 1, arguments.RetryDelay);
            return default;
        },
    };

    private bool MayRepeat(RetryPredicateArguments<SalesforceReply> arguments) => arguments.Outcome.Exception switch
    {
        SalesforceException e => e.Verdict == Verdict.Retry
            && arguments.AttemptNumber < (e.MaxRetries ?? options.MaxRetries)
            && (e.RetryAfter ?? TimeSpan.Zero) <= options.MaxRetryAfter
            && (Request(arguments.Context).Idempotent || !e.MayHaveBeenCarriedOut),
        TimeoutRejectedException => Request(arguments.Context).Idempotent,
        _ => false,
    };

    private CircuitBreakerStrategyOptions<SalesforceReply> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = options.BreakDuration,
        ShouldHandle = arguments => ValueTask.FromResult(IsOutage(arguments.Outcome.Exception)),
        OnOpened = arguments =>
        {
            logger.CircuitOpened(Code(arguments.Outcome.Exception), arguments.BreakDuration);
            return default;
        },
    };

    // Salesforce as a whole is in trouble, as opposed to this call being wrong.
    private static bool IsOutage(Exception? exception) =>
        exception is TimeoutRejectedException
        || exception is SalesforceException { Verdict: Verdict.Retry, HttpStatus: null or >= 500 or 429 or 420 };

    private static SalesforceRequest Request(ResilienceContext context) =>
        context.Properties.GetValue(RequestKey, null!);

    private static string Code(Exception? exception) => (exception as SalesforceException)?.ErrorCode ?? LocalErrorCodes.Timeout;
}
