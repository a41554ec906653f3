using SalesRules.Host.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Policies;
using SalesRules.Salesforce.Reading;

namespace SalesRules.Host.Runs;

/// <summary>
/// Compares what a run would correct with the policy's change budget, before its first write. One call to the org, and only where
/// a run corrects more than a few deals.
/// </summary>
internal sealed class BudgetGuard(OpenPipelineReader pipelines, Policy policy, OrgAlerts alerts)
{
    /// <exception cref="CommandException">The run is over its budget and nobody approved that: names each limit and what would break it.</exception>
    public async Task DemandAsync(OrgSession org, RunRequest request, RunTally tally, CancellationToken cancellationToken)
    {
        var use = tally.BudgetUse;
        var pipeline = use.NeedsPipeline(policy.ChangeBudget) ? await pipelines.ReadAsync(cancellationToken) : null;
        var breaches = use.Breaches(policy.ChangeBudget, pipeline);
        if (breaches.Count == 0)
            return;
        if (request.Approval is not { } approval)
        {
            await alerts.BudgetTrippedAsync(org, tally, request.AsOf, breaches, cancellationToken);
            throw CommandException.Refused(Refusal(breaches));
        }

        tally.BudgetApproved = $"Beyond the change budget, approved by {approval.By}: {approval.Reason} ({string.Join(" ", breaches)})";
    }

    private static string Refusal(IReadOnlyList<string> breaches) => string.Join(
        Environment.NewLine,
        [
            "The run would change more than the policy's change-budget allows. Nothing was written.",
            .. breaches.Select(breach => $"  {breach}"),
            "Look at `salesrules plan`. If a threshold is wrong, mend the policy; if the changes are right, `salesrules run --approve-budget NAME --reason TEXT` lets one run go on.",
        ]);
}
