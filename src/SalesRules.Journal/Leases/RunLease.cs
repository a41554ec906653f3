using System.Globalization;

namespace SalesRules.Journal.Leases;

/// <summary>
/// The right to write for an org, until it is disposed or its term is over without a renewal. It renews itself in the background,
/// three times a term.
/// </summary>
/// <remarks>
/// What the journal knows decides: each of its writes compares the token. The time left here, by this machine's clocks, is for
/// what the journal cannot stop: the bytes that go to Salesforce.
/// </remarks>
public sealed class RunLease : IAsyncDisposable
{
    private readonly RunJournal journal;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task renewing;
    private volatile Confirmation confirmed;

    internal RunLease(RunJournal journal, string orgId, string name, long token, TimeSpan term, Confirmation confirmed, TimeProvider clock)
    {
        (this.journal, this.clock, this.confirmed) = (journal, clock, confirmed);
        (OrgId, Name, Token, Term) = (orgId, name, token, term);
        renewing = RenewInBackgroundAsync();
    }

    public string OrgId { get; }

    /// <summary>Higher than that of every holder before.</summary>
    public long Token { get; }

    public TimeSpan Term { get; }

    internal string Name { get; }

    /// <summary>
    /// How long nobody else can have taken it, negative once somebody may have: counted from before the last renewal was asked for,
    /// by whichever of the two clocks has run further. The monotonic one stands still in a machine that is suspended, the other
    /// may be set back.
    /// </summary>
    public TimeSpan TimeLeft
    {
        get
        {
            var (timestamp, instant) = confirmed;
            var monotonic = clock.GetElapsedTime(timestamp);
            var calendar = clock.GetUtcNow() - instant;
            return Term - (monotonic > calendar ? monotonic : calendar);
        }
    }

    /// <summary>Asked right before bytes go out that cannot be called back. A quarter of the term must be left.</summary>
    /// <exception cref="FencedOffException">It is not: this process was paused, or could not reach the journal.</exception>
    public void DemandTimeLeft()
    {
        if (TimeLeft < Term / 4)
            throw new FencedOffException(string.Create(
                CultureInfo.InvariantCulture,
                $"The run was stopped before it sent more: its lease of {Term.TotalSeconds:0.#} s for the org {OrgId} was not renewed in time, because this process was paused or could not reach the journal. What was on its way is read back by the next run."));
    }

    /// <summary>Moves its end to a term from now.</summary>
    /// <exception cref="FencedOffException">Somebody else has taken it since.</exception>
    /// <exception cref="JournalException">The journal does not answer.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken = default)
    {
        var asked = Confirmation.Now(clock);
        await journal.RenewAsync(this, cancellationToken);
        confirmed = asked;
    }

    /// <summary>Gives it back. Where the journal cannot be told, it runs out by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await StopRenewingAsync();
        stopping.Dispose();
        await journal.ReleaseAsync(this);
    }

    internal async Task StopRenewingAsync()
    {
        await stopping.CancelAsync();
        await renewing;
    }

    private async Task RenewInBackgroundAsync()
    {
        using var ticks = new PeriodicTimer(Term / 3, clock);
        try
        {
            while (await ticks.WaitForNextTickAsync(stopping.Token))
                await TryRenewAsync();
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
        catch (FencedOffException)
        {
            // Lost for good. The run hears of it at its next write, from the journal itself.
        }
    }

    private async Task TryRenewAsync()
    {
        try
        {
            await RenewAsync(stopping.Token);
        }
        catch (JournalException problem) when (problem is not FencedOffException)
        {
            // The journal does not answer: the next tick asks again, and meanwhile the time left shrinks.
        }
    }

    /// <summary>When a renewal that succeeded was asked for, by both clocks.</summary>
    internal sealed record Confirmation(long Timestamp, DateTimeOffset Instant)
    {
        public static Confirmation Now(TimeProvider clock) => new(clock.GetTimestamp(), clock.GetUtcNow());
    }
}
