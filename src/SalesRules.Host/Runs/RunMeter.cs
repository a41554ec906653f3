using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Host.Runs;

/// <summary>Measures one run from its first line on: time, and API calls by the client's own exact count.</summary>
internal sealed class RunMeter(CallCounter calls, RunClock clock)
{
    private readonly CallCounts before = calls.Current;
    private readonly long started = clock.Timestamp;

    public CallCounts Calls => calls.Current.Since(before);

    public TimeSpan Elapsed => clock.Since(started);
}
