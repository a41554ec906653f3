using System.Threading.RateLimiting;
using Polly;

namespace SalesRules.Salesforce.Connection;

/// <summary>Lets so many tries onto the wire at one time; the others wait for their turn.</summary>
internal sealed class ConcurrencyLimitStrategy(RateLimiter limiter) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        using var lease = await limiter.AcquireAsync(1, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
    }
}
