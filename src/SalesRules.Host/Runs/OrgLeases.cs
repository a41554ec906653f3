using SalesRules.Journal;
using SalesRules.Journal.Leases;

namespace SalesRules.Host.Runs;

/// <summary>
/// Gets the right to write for an org. Where a run holds it, this waits to see whether that one lives: a lease that is renewed has
/// a living holder, one that is not runs out and is taken. So a node that died is replaced after at most one term.
/// </summary>
/// <param name="term">How long a lease lasts without a renewal.</param>
internal sealed partial class OrgLeases(RunJournal journal, TimeSpan term, TimeProvider time, ILogger<OrgLeases> logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <exception cref="LeaseHeldException">A run that lives holds it.</exception>
    public async Task<RunLease> AcquireAsync(OrgSession org, CancellationToken cancellationToken)
    {
        LeaseHeldException? first = null;
        while (true)
        {
            try
            {
                return await journal.AcquireLeaseAsync(org.Id, term, cancellationToken);
            }
            catch (LeaseHeldException held) when (first is null || held.ExpiresAt == first.ExpiresAt)
            {
                if (first is null)
                    Waiting(org.Id, held.ExpiresAt);
                first = held;
            }

            await Task.Delay(first.Remaining < BetweenLooks ? first.Remaining : BetweenLooks, time, cancellationToken);
        }
    }

    [LoggerMessage(EventId = 330, Level = LogLevel.Information, Message = "Another run holds the lease of the org {Org} until {Until:HH:mm:ss} UTC: waiting to see whether it is renewed or runs out")]
    private partial void Waiting(string org, DateTimeOffset until);
}
