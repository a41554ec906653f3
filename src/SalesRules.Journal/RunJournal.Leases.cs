using System.Collections.Concurrent;
using SalesRules.Journal.Database;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;

namespace SalesRules.Journal;

/// <summary>Who may write for an org.</summary>
public sealed partial class RunJournal
{
    /// <summary>One lease for a whole org; runs split by ranges of ids would have names of their own.</summary>
    private const string WholeOrg = "org";

    /// <summary>The leases that this opening of the journal holds.</summary>
    private readonly ConcurrentDictionary<(string OrgId, string Name), RunLease> held = new();

    /// <summary>The runs that this opening has under way, by the lease they were started under.</summary>
    private readonly ConcurrentDictionary<RunId, RunLease> underWay = new();

    /// <summary>
    /// Takes the org's lease where it is free: given back, or run out. Where this process holds the file's
    /// <see cref="Locks.WorkerLock"/>, any other holder is dead and its lease is free at once.
    /// </summary>
    /// <param name="term">How long it lasts without a renewal.</param>
    /// <exception cref="LeaseHeldException">Somebody holds it.</exception>
    public Task<RunLease> AcquireLeaseAsync(string orgId, TimeSpan term, CancellationToken cancellationToken = default) =>
        AcquireLeaseAsync(orgId, WholeOrg, term, cancellationToken);

    /// <summary>Asked right before a run sends bytes that cannot be called back: see <see cref="RunLease.DemandTimeLeft"/>.</summary>
    /// <exception cref="FencedOffException">The run's lease was not renewed in time.</exception>
    /// <exception cref="InvalidOperationException">This opening of the journal has no such run under way.</exception>
    public void DemandTimeLeft(RunId run)
    {
        if (!underWay.TryGetValue(run, out var lease))
            throw new InvalidOperationException($"Run {run} is not under way here.");
        lease.DemandTimeLeft();
    }

    internal Task RenewAsync(RunLease lease, CancellationToken cancellationToken) => database.WriteAsync(
        async statements =>
        {
            // One that ran out and that nobody took is as good as before.
            await DemandHeldAsync(statements, lease);
            var now = await statements.Dialect.NowAsync(statements);
            await statements.ExecuteAsync(LeaseRow.Renew, new { lease.OrgId, lease.Name, lease.Token, ExpiresAt = Stored.Text(now + lease.Term) });
        },
        cancellationToken);

    internal async Task ReleaseAsync(RunLease lease)
    {
        held.TryRemove(KeyValuePair.Create((lease.OrgId, lease.Name), lease));
        foreach (var fencedOff in underWay.Where(run => run.Value == lease))
            underWay.TryRemove(fencedOff);
        try
        {
            await database.WriteAsync(
                statements => statements.ExecuteAsync(LeaseRow.Renew, new { lease.OrgId, lease.Name, lease.Token, ExpiresAt = (string?)null }), CancellationToken.None);
        }
        catch (JournalException)
        {
            // The journal does not answer: the lease runs out by itself.
        }
    }

    private async Task<RunLease> AcquireLeaseAsync(string orgId, string name, TimeSpan term, CancellationToken cancellationToken)
    {
        var asked = RunLease.Confirmation.Now(clock);
        var token = await database.WriteAsync(
            async statements =>
            {
                var lease = new { OrgId = orgId, Name = name };
                await statements.ExecuteAsync(LeaseRow.Provide, lease);
                var row = (await statements.FindAsync<LeaseRow>(LeaseRow.Find + statements.Dialect.HoldLease, lease))!;

                // Only now that the row is held: the clock goes on while we wait for it.
                var now = await statements.Dialect.NowAsync(statements);
                DemandFree(row, now);
                var holder = LeaseHolder.ThisProcess;
                await statements.ExecuteAsync(
                    LeaseRow.Take,
                    new { row.OrgId, row.Name, Token = row.Token + 1, holder.Host, holder.ProcessId, AcquiredAt = Stored.Text(now), ExpiresAt = Stored.Text(now + term) });
                return row.Token + 1;
            },
            cancellationToken);
        return held[(orgId, name)] = new RunLease(this, orgId, name, token, term, asked, clock);
    }

    private void DemandFree(LeaseRow row, DateTimeOffset now)
    {
        if (Stored.InstantOrNull(row.ExpiresAt) is not { } expiresAt || expiresAt <= now)
            return;
        if (isAlone && !IsOurs(row))
            return;
        throw new LeaseHeldException(
            $"The {row.Subject} is being worked on: a run of {row.TakenBy} holds its lease until {expiresAt.ToUniversalTime():HH:mm:ss} UTC and goes on renewing it while it lives. Nothing was done; try again when that run has ended.")
        {
            ExpiresAt = expiresAt,
            Remaining = expiresAt - now,
        };
    }

    private bool IsOurs(LeaseRow row) => held.TryGetValue((row.OrgId, row.Name), out var ours) && ours.Token == row.Token;

    private static async Task<LeaseRow> DemandHeldAsync(JournalSession statements, RunLease lease)
    {
        var row = (await statements.FindAsync<LeaseRow>(LeaseRow.Find + statements.Dialect.HoldLease, new { lease.OrgId, lease.Name }))!;
        return row.Token == lease.Token
            ? row
            : throw new FencedOffException($"The lease of the {row.Subject} ran out, and a run of {row.TakenBy} took over. Nothing more is written here.");
    }

    /// <summary>
    /// The org of a run that is about to write to the journal, its lease held to the end of the transaction: nobody can take it
    /// between this look and the commit.
    /// </summary>
    /// <exception cref="FencedOffException">Somebody has taken the lease since the run began.</exception>
    /// <exception cref="InvalidOperationException">The journal knows no such run.</exception>
    private static async Task<string> DemandLeaseAsync(JournalSession statements, RunId run)
    {
        var row = await statements.FindAsync<LeaseRow>($"{LeaseRow.FindOfRun} {statements.Dialect.HoldLease}", new { runId = run.Value })
            ?? throw new InvalidOperationException($"The journal knows no run {run}.");
        return row.RunToken == row.Token
            ? row.OrgId
            : throw new FencedOffException(
                $"Run {run} was fenced off: its lease for the org {row.OrgId} ran out, and a run of {row.TakenBy} took over. It writes no more; what it had on its way is read back by the run that took over.");
    }
}
