using SalesRules.Journal.Database;
using SalesRules.Journal.Leads;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>Leads that change hands: planned, sent and settled like every write.</summary>
public sealed partial class RunJournal
{
    /// <summary>What was planned for these leads before, and whether it is done; and how many turns were taken so far.</summary>
    public Task<(IReadOnlyDictionary<SalesforceId, (LeadAssignment Planned, bool IsDone)> Known, int Turns)> LeadAssignmentsAsync(
        string orgId, IReadOnlyCollection<SalesforceId> leads, CancellationToken cancellationToken = default) =>
        database.ReadAsync<(IReadOnlyDictionary<SalesforceId, (LeadAssignment, bool)>, int)>(
            async statements =>
            {
                var rows = await statements.QueryAsync<LeadAssignmentRow>(
                    "select * from lead_assignments where org_id = @orgId and lead_id in (@ids)", new { orgId, ids = statements.List(leads) });
                var turns = await statements.FindAsync<long?>("select max(turn) from lead_assignments where org_id = @orgId", new { orgId });
                return (rows.ToDictionary(row => SalesforceId.Parse(row.LeadId), row => (row.ToAssignment(), row.IsDone)), (int)((turns ?? -1) + 1));
            },
            cancellationToken);

    /// <summary>Takes down what is to be assigned, before anything goes out.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task PlanLeadsAsync(RunId run, IReadOnlyList<LeadAssignment> assignments, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            await statements.ExecuteManyAsync(
                LeadAssignmentRow.Plan,
                [
                    .. assignments.Select(assignment => new LeadAssignmentRow
                    {
                        OrgId = orgId,
                        LeadId = assignment.Lead.Value,
                        FromOwner = assignment.From.Value,
                        ToOwner = assignment.To.Value,
                        Turn = assignment.Turn,
                        RunId = run.Value,
                        ChangedAt = Now,
                    }),
                ]);
        },
        cancellationToken);

    /// <summary>Says, before a batch goes out, that it is about to. Whoever dies behind it leaves rows that the next run reads back.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task MarkLeadsSendingAsync(RunId run, IReadOnlyCollection<SalesforceId> leads, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements => await statements.ExecuteAsync(
            "update lead_assignments set state = 'sending', changed_at = @Now where org_id = @orgId and run_id = @runId and state = 'planned' and lead_id in (@ids)",
            new { orgId = await DemandLeaseAsync(statements, run), runId = run.Value, ids = statements.List(leads), Now }),
        cancellationToken);

    /// <summary>Takes down what became of leads that were to be assigned, by this run or an earlier one.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task SettleLeadsAsync(RunId run, IReadOnlyList<WriteReceipt> receipts, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            await statements.ExecuteManyAsync(
                LeadAssignmentRow.Settle,
                [.. receipts.Select(receipt => new { OrgId = orgId, LeadId = receipt.Id.Value, State = Stored.Name(receipt.Outcome), Now, receipt.Code, receipt.Sentence })]);
        },
        cancellationToken);

    /// <summary>The org's assignments without a receipt, of all runs that are over: to be read back before anything is assigned.</summary>
    public Task<IReadOnlyList<LeadAssignment>> UnclearLeadsAsync(string orgId, CancellationToken cancellationToken = default) =>
        LeadsAsync("org_id = @orgId and state in ('sending', 'unclear')", new { orgId }, cancellationToken);

    /// <summary>What the org confirmed of a run.</summary>
    public Task<IReadOnlyList<LeadAssignment>> AssignedLeadsAsync(string orgId, RunId run, CancellationToken cancellationToken = default) =>
        LeadsAsync("org_id = @orgId and run_id = @runId and state = 'confirmed'", new { orgId, runId = run.Value }, cancellationToken);

    private Task<IReadOnlyList<LeadAssignment>> LeadsAsync(string condition, object parameters, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<LeadAssignment>>(
        async statements => [.. (await statements.QueryAsync<LeadAssignmentRow>($"select * from lead_assignments where {condition} order by lead_id", parameters)).Select(row => row.ToAssignment())],
        cancellationToken);
}
