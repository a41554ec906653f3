using System.Text.Json;
using SalesRules.Host.Runs.Writing;
using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Leads;

/// <summary>
/// The part of a run that looks at leads and gives those in queues an owner: journaled first, compared right before the write, never over
/// a person's edit. Nothing of it happens, and no call is made, unless the policy switches leads on.
/// </summary>
internal sealed class LeadPass(LeadLook look, CollectionWriter collections, RunJournal journal, StopSign stopSign, ApiReserve reserve, RunClock clock)
{
    private const string Lead = "Lead";
    private const string Owner = "OwnerId";

    /// <summary>Looks at the leads and plans in the journal which of them get an owner. Before the first write of the run: the change budget counts them.</summary>
    public async Task PlanAsync(OrgSession org, RunTally tally, CancellationToken cancellationToken)
    {
        if (!org.Policy.Leads.Enabled)
            return;
        if (await look.ProblemAsync(org, cancellationToken) is { } problem)
        {
            org.Tell(DriftNotes.Leads(problem));
            return;
        }

        await ReadBackAsync(org, tally.Run, cancellationToken);
        tally.Leads = await look.LookAsync(org, cancellationToken);
        tally.BudgetUse.Leads = tally.Leads.Assignments.Count;
        await journal.PlanLeadsAsync(tally.Run, tally.Leads.Assignments, cancellationToken);
    }

    /// <summary>Writes what was planned; nothing, where leads are off or were not looked at.</summary>
    public Task WriteAsync(RunTally tally, CancellationToken cancellationToken) =>
        tally is { IsStopped: false, Leads: { } leads } ? WriteAsync(tally, leads, cancellationToken) : Task.CompletedTask;

    /// <summary>Gives the leads that a run assigned back to their queues, where its owner still stands.</summary>
    public async Task RevertAsync(OrgSession org, RunId reverted, RunTally tally, CancellationToken cancellationToken)
    {
        var assigned = await journal.AssignedLeadsAsync(org.Id, reverted, cancellationToken);
        if (assigned.Count == 0)
            return;
        tally.Leads = new LeadTally { Assignments = [.. assigned.Select(assignment => assignment with { From = assignment.To, To = assignment.From })] };
        await journal.PlanLeadsAsync(tally.Run, tally.Leads.Assignments, cancellationToken);
        await WriteAsync(tally, tally.Leads, cancellationToken);
    }

    private async Task WriteAsync(RunTally tally, LeadTally leads, CancellationToken cancellationToken)
    {
        foreach (var batch in leads.Assignments.Chunk(CollectionWriter.MostRows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!tally.IsRevert && (reserve.IsReached || await stopSign.SeenAsync(cancellationToken) is not null))
            {
                leads.Deferred += batch.Length;
                continue;
            }

            foreach (var receipt in await WriteAsync(tally, batch))
                leads.Add(receipt, tally.Notes);
        }
    }

    /// <summary>Three calls at most: a look, the write, and one more look where rows were locked.</summary>
    private async Task<IReadOnlyList<WriteReceipt>> WriteAsync(RunTally tally, LeadAssignment[] batch)
    {
        var window = new RaceWindow(clock);
        var wanted = await StillWantedAsync(batch);
        var moved = batch.Where((_, index) => !wanted[index]).Select(assignment => WriteReceipt.Moved(assignment.Lead, [Owner])).ToList();
        var going = batch.Where((_, index) => wanted[index]).ToList();
        await journal.MarkLeadsSendingAsync(tally.Run, [.. going.Select(assignment => assignment.Lead)], CancellationToken.None);
        journal.DemandTimeLeft(tally.Run);
        var outcomes = await collections.UpdateAsync(Lead, [.. going.Select(Update)], rows => AgainAsync(rows, going, window), window.Close, CancellationToken.None);
        IReadOnlyList<WriteReceipt> receipts = [.. moved, .. going.Zip(outcomes, Receipt)];

        // If the process dies before this line, the journal says "sending": the next run reads the owners back.
        await journal.SettleLeadsAsync(tally.Run, receipts, CancellationToken.None);
        tally.Add(new BatchResult([], [], window.Longest));
        return receipts;
    }

    private async Task<IReadOnlyList<bool>> AgainAsync(IReadOnlyList<RecordUpdate> rows, List<LeadAssignment> going, RaceWindow window)
    {
        window.Open();
        return await StillWantedAsync([.. rows.Select(row => going.First(assignment => assignment.Lead == row.Id))]);
    }

    /// <summary>Whether each lead still belongs to whom it did, and is not converted.</summary>
    private async Task<IReadOnlyList<bool>> StillWantedAsync(IReadOnlyList<LeadAssignment> batch)
    {
        var now = await collections.RetrieveAsync(Lead, [.. batch.Select(assignment => assignment.Lead)], ["Id", Owner, "IsConverted"], CancellationToken.None);
        return [.. batch.Zip(now, (assignment, record) => OwnerOf(record) == assignment.From && !IsConverted(record))];
    }

    private async Task ReadBackAsync(OrgSession org, RunId run, CancellationToken cancellationToken)
    {
        foreach (var batch in (await journal.UnclearLeadsAsync(org.Id, cancellationToken)).Chunk(CollectionWriter.MostIds))
        {
            var now = await collections.RetrieveAsync(Lead, [.. batch.Select(assignment => assignment.Lead)], ["Id", Owner], cancellationToken);
            await journal.SettleLeadsAsync(
                run, [.. batch.Zip(now, (assignment, record) => OwnerOf(record) == assignment.To ? Confirmed(assignment) : WriteReceipt.NotWritten(assignment.Lead))], cancellationToken);
        }
    }

    private static RecordUpdate Update(LeadAssignment assignment) => new(assignment.Lead, new Dictionary<string, FieldValue> { [Owner] = FieldValue.Of(assignment.To) });

    private static WriteReceipt Receipt(LeadAssignment assignment, RowOutcome outcome) => outcome switch
    {
        RowOutcome.Confirmed => Confirmed(assignment),
        RowOutcome.Refused refused => WriteReceipt.Refused(assignment.Lead, refused.Code, refused.Sentence),
        RowOutcome.Moved => WriteReceipt.Moved(assignment.Lead, [Owner]),
        RowOutcome.Unclear unclear => WriteReceipt.Unclear(assignment.Lead, unclear.Sentence),
        _ => throw new InvalidOperationException($"No receipt for the outcome {outcome.GetType().Name}."),
    };

    private static WriteReceipt Confirmed(LeadAssignment assignment) => WriteReceipt.Confirmed(assignment.Lead, new AfterImage(null, null, null));

    private static SalesforceId? OwnerOf(JsonElement? record) => record is { } lead && lead.GetProperty(Owner).GetString() is { } owner ? SalesforceId.Parse(owner) : null;

    private static bool IsConverted(JsonElement? record) => record is { } lead && lead.TryGetProperty("IsConverted", out var converted) && converted.ValueKind == JsonValueKind.True;
}
