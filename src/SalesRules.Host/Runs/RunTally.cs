using SalesRules.Host.Commands;
using SalesRules.Host.Runs.Leads;
using SalesRules.Host.Runs.Writing;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Schemas;
using SalesRules.Shadows;

namespace SalesRules.Host.Runs;

/// <summary>What one run read, found, changed and could not do, counted while it goes.</summary>
internal sealed class RunTally
{
    private const int KeptExamples = 100;

    private readonly RunMeter meter;
    private readonly Action<RunTally>? watch;
    private readonly List<PlannedRecord> corrections = [];

    /// <param name="watch">Told after each page and each batch; null: nobody watches.</param>
    public RunTally(RunId run, RunMeter meter, Action<RunTally>? watch)
    {
        (Run, this.meter, this.watch) = (run, meter, watch);
        Writes = new WriteTally(Notes);
    }

    public RunId Run { get; }

    /// <summary>Rows that came from Salesforce, readable or not.</summary>
    public int Read { get; private set; }

    public int Evaluated { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>Decisions that the journal took as new for their deals.</summary>
    public int Recorded { get; private set; }

    /// <summary>Of the rows read, those that were there when the run began and have not changed since.</summary>
    public long Settled { get; private set; }

    /// <summary>What the org counts of what the run was to read; null: it was not asked.</summary>
    public long? Expected { get; set; }

    /// <summary>Versions that earlier runs should have seen and did not.</summary>
    public int Late { get; private set; }

    /// <summary>Deals that the journal knew and that the org has deleted since the last run.</summary>
    public int Deleted { get; set; }

    public RuleTally Rules { get; } = new();

    /// <summary>What a candidate policy would have decided beside the live one; null: there is none.</summary>
    public ShadowRun? Shadow { get; init; }

    public PlanTotals Planned { get; } = new();

    /// <summary>The first corrected deals, for the table of a demo.</summary>
    public IReadOnlyList<PlannedRecord> Corrections => corrections;

    /// <summary>What the run would correct of what people own, for the change budget.</summary>
    public BudgetUse BudgetUse { get; } = new();

    /// <summary>The records that go out first; null: none do, whatever is planned.</summary>
    public CanarySelection? Canary { get; set; }

    /// <summary>Records that went out first and were found as planned; zero: there was no canary.</summary>
    public int CanaryPassed { get; set; }

    /// <summary>Who let the run go beyond the change budget, and over which limits; null: it kept within it.</summary>
    public string? BudgetApproved { get; set; }

    public WriteTally Writes { get; }

    /// <summary>Planned writes that were held back for the sake of the org's API reserve: looked at again by the next run.</summary>
    public int Deferred { get; private set; }

    /// <summary>Records of a plan that stood already as it leaves them: an earlier apply or run wrote them.</summary>
    public int AlreadyApplied { get; set; }

    /// <summary>Fields and records that a revert left as they are, because they changed since.</summary>
    public int LeftAlone { get; private set; }

    /// <summary>What was found of leads; null: nobody looked at them.</summary>
    public LeadTally? Leads { get; set; }

    /// <summary>What there is to say about single records.</summary>
    public RunNotes Notes { get; } = new();

    /// <summary>Whether every count fits the others; null where the run did not come so far.</summary>
    public CompletenessCertificate? Certificate { get; private set; }

    /// <summary>The calls that count against the org's daily limit; sign-in does not.</summary>
    public long ApiCalls => meter.Calls.ApiCalls;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Whether it takes back another run: that goes on while everything else is paused.</summary>
    public bool IsRevert { get; init; }

    /// <summary>Who or what stopped the run between two batches, Ctrl-C or the kill switch; null: it came to its end.</summary>
    public string? StopReason { get; private set; }

    public bool IsStopped => StopReason is not null;

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
    public bool IsComplete =>
        !IsStopped && !HasDrifted && Certificate is not { AddsUp: false } && Writes.IsClean && Leads is not { IsComplete: false } && Deferred + Unreadable + LeftAlone == 0;

    /// <summary>complete, partial, deferred or stopped.</summary>
    public string Status => IsStopped ? "stopped" : IsComplete ? "complete" : Deferred > 0 ? "deferred" : "partial";

    /// <param name="recorded">How many of its decisions the journal took as new.</param>
    public void Add(DecidedPage page, int recorded)
    {
        Recorded += recorded;
        Read += page.Read;
        Evaluated += page.Decisions.Count;
        Unreadable += page.Unreadable.Count;
        Settled += page.Settled;
        Late += page.Late;
        foreach (var row in page.Unreadable)
            Notes.Add($"{Name(row)}: cannot be read: {row.Problem}");
        foreach (var decided in page.Decisions)
            Add(decided);
        watch?.Invoke(this);
    }

    public void Add(BatchResult batch)
    {
        Writes.Add(batch);
        watch?.Invoke(this);
    }

    /// <summary>Counts what is held back for the sake of the API reserve.</summary>
    public void Defer(int records) => Deferred += records;

    /// <summary>Counts records that a revert has read.</summary>
    public void Looked(int records) => Read += records;

    /// <summary>Counts a record for which a revert has decided what to restore: null, it is gone and nothing of it is.</summary>
    public void Restore(PlannedRecord? record)
    {
        Evaluated++;
        if (record is { IsEmpty: false })
            Planned.Add(record);
        watch?.Invoke(this);
    }

    /// <summary>Counts and lists a field that a revert does not touch.</summary>
    public void LeaveAlone(string line)
    {
        LeftAlone++;
        Notes.Add(line);
    }

    /// <summary>Compares the run's counts with the org's and the journal's.</summary>
    public void Certify(WriteCounts journal)
    {
        Certificate = new CompletenessCertificate(Expected, Settled, Read, Unreadable, Evaluated, Recorded, Planned.Deals, journal, Deferred, IsStopped) { ScoresWritten = Writes.ScoresWritten };
        foreach (var fault in Certificate.Faults)
            Notes.Add(fault);
    }

    /// <summary>Ends the run between two batches: what is done is done and counted.</summary>
    public void Stop(string reason) => StopReason ??= reason;

    /// <summary>The result for the journal of a run that came to its end, or was stopped by a person.</summary>
    public RunResult Ended() => IsStopped
        ? Result(RunStatus.Interrupted, StopReason)
        : Result(IsComplete ? RunStatus.Complete : Deferred > 0 ? RunStatus.Deferred : RunStatus.Partial, Sentence());

    /// <summary>The result for the journal of a run that failed, or was refused for safety.</summary>
    public RunResult Failed(Exception problem) =>
        Result(problem is CommandException { ExitCode: ExitCode.Refused } or SalesforceException { IsSchemaDrift: true } ? RunStatus.Refused : RunStatus.Failed, problem.Message);

    private string? Sentence()
    {
        var sentences = new[] { BudgetApproved }.Concat(Certificate?.Faults ?? []).Concat(Drift.Where(note => !note.IsWarning).Select(note => note.Loss));
        return string.Join(" ", sentences.OfType<string>()) is { Length: > 0 } sentence ? sentence : null;
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
            Written = Writes.Written,
            Refused = Writes.Refused + Writes.TasksRefused + Writes.ScoresRefused + Unreadable,
            Deferred = Deferred + Writes.Moved + Writes.Unclear + Writes.ScoresUnclear,
            ApiCalls = (int)Math.Min(ApiCalls, int.MaxValue),
            Sentence = sentence,
        };
    }

    private void Add(PlannedDecision decided)
    {
        Rules.Add(decided.Decision);
        Shadow?.Look(decided.Opportunity, decided.Context, decided.Decision);
        Planned.Add(decided.Planned);
        BudgetUse.Add(decided);
        Canary?.Add(decided);
        if (decided.Planned.IsCorrection && corrections.Count < KeptExamples)
            corrections.Add(decided.Planned);
    }

    private static string Name(SnapshotRow row) => row.Id?.Value ?? "a row without a readable Id";
}
