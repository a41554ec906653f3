using Quartz;
using SalesRules.Host.Schedules.Ledger;

namespace SalesRules.Host.Schedules;

/// <summary>Quartz's side of the command sync: it says that it is time, and the <see cref="SlotLedger"/> decides whether anything runs.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(SlotLedger ledger) : IJob
{
    // A failed sync is told by the ledger, the log and the health page. It is not thrown: Quartz has nothing to add.
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await ledger.RunDueAsync(context.JobDetail.Key.Name, cancellationToken);
}
