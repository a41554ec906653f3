using SalesRules.Host.Commands;
using SalesRules.Journal;

namespace SalesRules.Host.Alerts;

/// <summary>
/// One round for a command that ends: routes what was found and sends what is due. What does not go out stays in the outbox for the worker,
/// or for the next command; that it did not is told and fails nothing.
/// </summary>
internal sealed class AlertRound(RunJournal journal, AlertDispatch dispatch, Postman postman)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The round that follows a run, however the run ends: that it was stopped is an alert too.</summary>
    public async Task<T> AfterAsync<T>(Func<Task<T>> runAsync, CancellationToken cancellationToken)
    {
        try
        {
            return await runAsync();
        }
        finally
        {
            await TryAsync(Console.Error, cancellationToken);
        }
    }

    /// <param name="errors">Where a person is told.</param>
    public async Task TryAsync(TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(errors, cancellationToken);
        }
        catch (Exception problem) when (Failures.ExitCodeOf(problem) is not null)
        {
            await errors.WriteLineAsync($"Alerts: not told now, and nothing is lost: {(problem is OperationCanceledException ? "stopped." : problem.Message)}");
        }
    }

    /// <exception cref="JournalException">The journal does not answer.</exception>
    public async Task<PostTally> RunAsync(TextWriter errors, CancellationToken cancellationToken)
    {
        var orgId = await journal.LastOrgAsync(cancellationToken);
        DispatchTally routed;
        PostTally sent;
        try
        {
            routed = await dispatch.DispatchAsync(orgId, cancellationToken);
        }
        finally
        {
            // What was queued before goes out, even if the org cannot be asked about today's alerts.
            sent = await postman.SendDueAsync(orgId ?? RunJournal.NoOrg, Patience, cancellationToken);
        }

        if (routed.Alerts > 0 || sent != PostTally.None)
            await errors.WriteLineAsync($"Alerts: {routed.Alerts} to tell, {PostTally.Counted(routed.Messages, "message", "messages")} made; {sent}.");
        foreach (var reason in routed.Unfilled)
            await errors.WriteLineAsync($"  ! Somebody who should be told is not: {reason}.");
        return sent;
    }
}
