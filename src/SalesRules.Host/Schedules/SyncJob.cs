using Quartz;
using SalesRules.Host.Syncs;

namespace SalesRules.Host.Schedules;

/// <summary>Quartz's side of the command sync: one at a time for each schedule; <see cref="SyncRunner"/> sees to one at a time in all.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(SyncRunner syncs) : IJob
{
    // A failed sync is told by the log and the health page. It is not thrown: the next slot is its next try, and Quartz has nothing to add.
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await syncs.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
