namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>A job of Bulk API 2.0. It runs apart from the calls that ask about it; whoever wants its end has to poll.</summary>
internal abstract class BulkJob(BulkJobHeader header, BulkJobState state, Org org)
{
    private readonly Lock gate = new();
    private BulkJobState state = state;

    public BulkJobHeader Header { get; } = header;

    public BulkJobState State
    {
        get
        {
            lock (gate)
                return state;
        }
    }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset SystemModstamp { get; private set; } = header.CreatedDate;

    /// <summary>Why the job failed as a whole; null when it did not.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>Milliseconds that the job has run for.</summary>
    public long ProcessingTime { get; private set; }

    /// <summary>Rows done so far, failed ones included.</summary>
    public abstract int RecordsProcessed { get; }

    public bool IsEnded => State is BulkJobState.JobComplete or BulkJobState.Failed or BulkJobState.Aborted;

    protected Org Org { get; } = org;

    /// <summary>Changes the state if it is one of <paramref name="from"/>; false leaves it.</summary>
    public bool TryMove(BulkJobState to, params ReadOnlySpan<BulkJobState> from)
    {
        lock (gate)
        {
            if (!from.Contains(state))
                return false;
            state = to;
            SystemModstamp = Org.Now();
            return true;
        }
    }

    /// <summary>Does the job's work, unless it was aborted while it waited.</summary>
    public void Run(CancellationToken stopping)
    {
        if (!TryMove(BulkJobState.InProgress, BulkJobState.UploadComplete))
            return;
        var started = Org.Clock.GetTimestamp();
        try
        {
            Work(() => stopping.IsCancellationRequested || State != BulkJobState.InProgress);
            ProcessingTime = (long)Org.Clock.GetElapsedTime(started).TotalMilliseconds;
            TryMove(BulkJobState.JobComplete, BulkJobState.InProgress);
        }
        catch (Exception failure)
        {
            // Nobody waits for this call: what goes wrong has to be found in the job.
            ErrorMessage = failure is BulkJobException ? failure.Message : $"InternalServerError : {failure.Message}";
            TryMove(BulkJobState.Failed, BulkJobState.InProgress);
        }
    }

    /// <summary>The work itself; it looks at <paramref name="isStopped"/> now and then and leaves the rest undone.</summary>
    protected abstract void Work(Func<bool> isStopped);
}
