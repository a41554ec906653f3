using SalesRules.Host.Runs.Writing;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Schemas;

namespace SalesRules.Host.Runs;

/// <summary>What one run read, found, changed and could not do, counted while it goes.</summary>
internal sealed class RunTally(RunId run, RunMeter meter, Action<RunTally>? watch)
{
    private const int KeptExamples = 100;

    private readonly SortedDictionary<string, int> flaggedByRule = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> notRunByRule = new(StringComparer.Ordinal);
    private readonly List<string> refusals = [];
    private readonly List<PlannedRecord> corrections = [];

    public RunId Run => run;

    /// <summary>Rows that came from Salesforce, readable or not.</summary>
    public int Read { get; private set; }

    public int Evaluated { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>Deals with that finding, by rule.</summary>
    public IReadOnlyDictionary<string, int> FlaggedByRule => flaggedByRule;

    /// <summary>Deals for which that rule lacked fields or context.</summary>
    public IReadOnlyDictionary<string, int> NotRunByRule => notRunByRule;

    public PlanTotals Planned { get; } = new();

    /// <summary>What the run would correct of what people own, for the change budget.</summary>
    public BudgetUse BudgetUse { get; } = new();

    /// <summary>Who let the run go beyond the change budget, and over which limits; null: it kept within it.</summary>
    public string? BudgetApproved { get; set; }

    /// <summary>Records of a plan that stood already as it leaves them: an earlier apply or run wrote them.</summary>
    public int AlreadyApplied { get; set; }

    /// <summary>Records written and confirmed.</summary>
    public int Written { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Records that somebody changed between read and write: decided again by the next run.</summary>
    public int Moved { get; private set; }

    /// <summary>Fields and records that a revert left as they are, because they changed since.</summary>
    public int LeftAlone { get; private set; }

    /// <summary>Writes whose outcome is not known: read back by the next run.</summary>
    public int Unclear { get; private set; }

    public int TasksCreated { get; private set; }

    public int TasksCompleted { get; private set; }

    public int TasksRefused { get; private set; }

    /// <summary>The first refusals, unreadable and moved records, one sentence each.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    /// <summary>The first corrected deals, for the table of a demo.</summary>
    public IReadOnlyList<PlannedRecord> Corrections => corrections;

    public int NotListed { get; private set; }

    /// <summary>The calls that count against the org's daily limit; sign-in does not.</summary>
    public long ApiCalls => meter.Calls.ApiCalls;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>What the org counts of what the run was to read; null: it was not asked.</summary>
    public long? Expected { get; set; }

    /// <summary>Of the rows read, those that were there when the run began and have not changed since.</summary>
    public long Settled { get; private set; }

    /// <summary>Versions that earlier runs should have seen and did not.</summary>
    public int Late { get; private set; }

    /// <summary>Planned writes that were held back for the sake of the org's API reserve: looked at again by the next run.</summary>
    public int Deferred { get; private set; }

    /// <summary>Whether every count fits the others; null where the run did not come so far.</summary>
    public CompletenessCertificate? Certificate { get; private set; }

    /// <summary>
    /// Whether the window is done with. What was refused, moved or unclear is looked at again by id; a row that cannot be read is read
    /// again when it changes.
    /// </summary>
    public bool MayMoveWatermark => !IsStopped && Certificate is { AddsUp: true };

    /// <summary>What the org has lost, and what that stops.</summary>
    public IReadOnlyList<DriftNote> Drift { get; init; } = [];

    /// <summary>Whether rules, corrections or tasks were stopped because the org has lost what they need.</summary>
    public bool HasDrifted => Drift.Any(note => !note.IsWarning);

    /// <summary>Whether everything that was planned is done: nothing refused, moved, unclear, deferred or unreadable, and every count fits.</summary>
    public bool IsComplete => !IsStopped && !HasDrifted && Deferred == 0 && Certificate is not { AddsUp: false } && Refused + Moved + Unclear + Unreadable + TasksRefused + LeftAlone == 0;

    public void Add(DecidedPage page)
    {
        Read += page.Decisions.Count + page.Unreadable.Count;
        Evaluated += page.Decisions.Count;
        Unreadable += page.Unreadable.Count;
        Settled += page.Settled;
        Late += page.Late;
        foreach (var row in page.Unreadable)
            List($"{Name(row)}: cannot be read: {row.Problem}");
        foreach (var decided in page.Decisions)
            Add(decided);
        watch?.Invoke(this);
    }

    /// <summary>Counts what is held back for the sake of the API reserve.</summary>
    public void Defer(int records) => Deferred += records;

    /// <summary>Compares the run's counts with the org's and the journal's.</summary>
    public void Certify(WriteCounts journal)
    {
        Certificate = new CompletenessCertificate(Expected, Settled, Read, Unreadable, Evaluated, Planned.Deals, journal, Deferred, IsStopped);
        foreach (var fault in Certificate.Faults)
            List(fault);
    }

    /// <summary>Counts a record that a revert plans to restore.</summary>
    public void Add(PlannedRecord record)
    {
        Planned.Add(record);
        watch?.Invoke(this);
    }

    /// <summary>Counts records that a revert looked at.</summary>
    public void Looked(int records) => Read += records;

    /// <summary>Counts and lists what a revert does not touch.</summary>
    public void LeaveAlone(string line)
    {
        LeftAlone++;
        List(line);
    }

    public void Add(BatchResult batch)
    {
        foreach (var receipt in batch.Records)
            Count(receipt);
        foreach (var receipt in batch.Tasks)
            Count(receipt);
        watch?.Invoke(this);
    }

    /// <summary>Whether a person stopped the run before its end, by Ctrl-C or the kill switch.</summary>
    public bool IsStopped => StopReason is not null;

    /// <summary>Who or what stopped the run; null: it came to its end.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Whether it takes back another run: that goes on while everything else is paused.</summary>
    public bool IsRevert { get; init; }

    /// <summary>Ends the run between two batches: what is done is done and counted.</summary>
    public void Stop(string reason) => StopReason ??= reason;

    /// <summary>complete, partial, deferred or stopped.</summary>
    public string Status => IsStopped ? "stopped" : IsComplete ? "complete" : Deferred > 0 ? "deferred" : "partial";

    /// <summary>The result for the journal of a run that came to its end, or was stopped by a person.</summary>
    public RunResult Ended() => IsStopped
        ? Result(RunStatus.Interrupted, StopReason)
        : Result(IsComplete ? RunStatus.Complete : Deferred > 0 ? RunStatus.Deferred : RunStatus.Partial, Sentence());

    /// <summary>The result for the journal of a run that failed, or was refused for safety.</summary>
    public RunResult Failed(Exception problem) =>
        Result(problem is Commands.CommandException { ExitCode: Commands.ExitCode.Refused } or SalesforceException { IsSchemaDrift: true } ? RunStatus.Refused : RunStatus.Failed, problem.Message);

    private string? Sentence()
    {
        var sentences = new[] { BudgetApproved }.OfType<string>()
            .Concat(Certificate?.Faults ?? [])
            .Concat(Drift.Where(note => !note.IsWarning).Select(note => note.Loss)).ToList();
        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }

    private RunResult Result(RunStatus status, string? sentence)
    {
        Elapsed = meter.Elapsed;
        return new RunResult
        {
            Status = status,
            Expected = Expected,
            Read = Read,
            Evaluated = Evaluated,
            Planned = Planned.Deals,
            Written = Written,
            Refused = Refused + TasksRefused + Unreadable,
            Deferred = Deferred + Moved + Unclear,
            ApiCalls = (int)Math.Min(ApiCalls, int.MaxValue),
            Sentence = sentence,
        };
    }

    private void Add(PlannedDecision decided)
    {
        foreach (var finding in decided.Decision.Findings)
            flaggedByRule[finding.Rule] = flaggedByRule.GetValueOrDefault(finding.Rule) + 1;
        foreach (var rule in decided.Decision.NotRun)
            notRunByRule[rule] = notRunByRule.GetValueOrDefault(rule) + 1;
        Planned.Add(decided.Planned);
        BudgetUse.Add(decided);
        if (decided.Planned.IsCorrection && corrections.Count < KeptExamples)
            corrections.Add(decided.Planned);
    }

    private void Count(WriteReceipt receipt)
    {
        switch (receipt.Outcome)
        {
            case WriteState.Confirmed:
                Written++;
                break;
            case WriteState.Refused:
                Refused++;
                List($"{receipt.Id}: refused: {receipt.Sentence}");
                break;
            case WriteState.Moved:
                Moved++;
                List($"{receipt.Id}: left alone, changed meanwhile: {string.Join(", ", receipt.MovedFields)}; the next run decides again");
                break;
            default:
                Unclear++;
                List($"{receipt.Id}: outcome unknown: {receipt.Sentence}; the next run reads it back");
                break;
        }
    }

    private void Count(TaskReceipt receipt)
    {
        switch (receipt.Outcome)
        {
            case TaskOutcome.Created:
                TasksCreated++;
                break;
            case TaskOutcome.Completed:
                TasksCompleted++;
                break;
            case TaskOutcome.ClosedByPerson or TaskOutcome.Missing:
                break;
            default:
                TasksRefused++;
                List($"task {receipt.Key}: {receipt.Sentence}");
                break;
        }
    }

    private void List(string line)
    {
        if (refusals.Count < KeptExamples)
            refusals.Add(line);
        else
            NotListed++;
    }

    private static string Name(SnapshotRow row) => row.Id?.Value ?? "a row without a readable Id";
}
