using SalesRules.Host.Commands;
using SalesRules.Host.Runs.Writing;
using SalesRules.Journal.Runs;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Applies exactly one plan. Its records are read and decided again, as of the plan's day and instant: where that gives another
/// plan for a record, the plan is stale and nothing is written at all. A record that stands as the plan leaves it is not stale:
/// an apply that was cut short is finished by the same command again.
/// </summary>
internal sealed class ApplyRun(
    OrgSessions orgs, SnapshotReader snapshots, Deciding deciding, RuleBook rules, CanaryFirst canary, RuleRun run, RunClock clock, CallCounter calls)
{
    private const int ShownRecords = 20;

    /// <exception cref="CommandException">The plan is of another org or policy, or stale: names records and fields.</exception>
    public async Task<RunTally> ApplyAsync(WriteBackPlan plan, BudgetApproval? approval, Action<RunTally>? watch, CancellationToken cancellationToken)
    {
        var meter = new RunMeter(calls, clock);
        var org = await orgs.OpenAsync(cancellationToken);
        CheckOrigin(plan, org);
        PlanSchema.Demand(plan, org);
        var request = new RunRequest
        {
            AsOf = plan.AsOf,
            Kind = RunKind.Apply,
            Watch = watch,
            Approval = approval,
            Ids = [.. plan.Records.Select(record => record.Id)],
        };
        return await run.WithinRunAsync(org, request, meter, async tally =>
        {
            var scope = await snapshots.ScopeAsync(org, request, last: null, rules.Policy.Hash, cancellationToken);
            var decided = new List<DecidedPage>();
            await foreach (var page in deciding.DecideAsync(org, scope, plan.AsOf, plan.CreatedAt, cancellationToken))
                decided.Add(page);
            tally.AlreadyApplied = CheckFresh(plan, decided, org.Policy.Fields);
            tally.Canary = await canary.SelectionAsync(org, cancellationToken);
            await run.JournalAsync(org, tally, decided.ToAsyncEnumerable(), plan.CreatedAt, cancellationToken);
            await run.CarryOutAsync(org, request, tally, cancellationToken);
        }, cancellationToken);
    }

    private void CheckOrigin(WriteBackPlan plan, OrgSession org)
    {
        if (plan.OrgId != org.Id)
            throw CommandException.Refused($"The plan was made for the org {plan.OrgId}; this is the org {org.Id}. Nothing was written.");
        if (plan.PolicyHash != rules.Policy.Hash)
            throw CommandException.Refused($"The plan was made by another policy ({plan.PolicyHash}); this one is {rules.Policy.Hash}. Nothing was written: make a new plan.");
    }

    /// <summary>Returns how many records stand already as the plan leaves them.</summary>
    private static int CheckFresh(WriteBackPlan plan, List<DecidedPage> decided, FieldMap fields)
    {
        var now = decided.SelectMany(page => page.Decisions).ToDictionary(decision => decision.Opportunity.Id);
        var written = plan.Records.Where(record => now.TryGetValue(record.Id, out var again) && IsWritten(record, again.Planned)).ToHashSet();
        var moved = plan.Records
            .Where(record => !written.Contains(record))
            .Select(record => (record, Fields: now.TryGetValue(record.Id, out var again) ? Differences(record, again, fields) : ["Id (deleted, or hidden from our user)"]))
            .Where(pair => pair.Fields.Count > 0)
            .ToList();
        if (moved.Count == 0)
            return written.Count(record => now[record.Id].Planned.IsEmpty);
        var shown = moved.Take(ShownRecords).Select(pair => $"  {pair.record.Id} {TerminalText.OneLine(pair.record.Name ?? "")}: {string.Join(", ", pair.Fields)}");
        var rest = moved.Count > ShownRecords ? $"{Environment.NewLine}  and {moved.Count - ShownRecords:N0} more" : "";
        throw CommandException.Refused(
            $"The plan is stale: {moved.Count:N0} of its {plan.Records.Count:N0} records have moved since it was made. Nothing was written: make a new plan.{Environment.NewLine}{string.Join(Environment.NewLine, shown)}{rest}");
    }

    // The id is of the decision about the record as corrected, so that the record holds the corrections, too. An apply that died may
    // have left tasks of it to make or complete: no others than the plan's.
    private static bool IsWritten(PlannedRecord planned, PlannedRecord again) =>
        again.DecisionId == planned.DecisionId
        && again.Changes.Count == 0
        && (again.NewScore is null || again.NewScore.Key == planned.NewScore?.Key)
        && again.NewTasks.All(planned.NewTasks.Contains)
        && again.ClearedTasks.All(task => planned.ClearedTasks.Any(cleared => cleared.Key == task.Key));

    /// <summary>The fields that moved; where none did but the plan is another all the same, the fields that it would write otherwise.</summary>
    private static List<string> Differences(PlannedRecord planned, PlannedDecision again, FieldMap map)
    {
        var moved = MovedFields.Of(planned, again.Opportunity, map);
        if (moved.Count > 0)
            return [.. moved];
        var before = planned.Changes.ToDictionary(change => change.Field);
        var now = again.Planned.Changes.ToDictionary(change => change.Field);
        var fields = before.Keys.Union(now.Keys).Where(field => before.GetValueOrDefault(field) != now.GetValueOrDefault(field));
        var tasks = planned.NewTasks.Except(again.Planned.NewTasks).Concat(again.Planned.NewTasks.Except(planned.NewTasks)).Select(task => task.Key)
            .Concat(planned.ClearedTasks.Select(task => task.Key).Except(again.Planned.ClearedTasks.Select(task => task.Key)))
            .Concat(again.Planned.ClearedTasks.Select(task => task.Key).Except(planned.ClearedTasks.Select(task => task.Key)));
        var scores = planned.NewScore?.Key != again.Planned.NewScore?.Key ? ["score history"] : Array.Empty<string>();
        return [.. fields, .. scores, .. tasks.Distinct(StringComparer.Ordinal).Select(key => $"task {key}")];
    }
}
