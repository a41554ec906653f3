using System.Collections.Concurrent;
using System.Threading.Channels;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>The bulk jobs of the org. They run one after the other, in the order in which they became ready.</summary>
internal sealed class BulkJobs : IAsyncDisposable
{
    private const string KeyPrefix = "750";

    private readonly ConcurrentDictionary<string, BulkJob> byId = new(StringComparer.Ordinal);
    private readonly Channel<Action> ready = Channel.CreateUnbounded<Action>();
    private readonly CancellationTokenSource stopping = new();
    private readonly Task worker;
    private long lastNumber;

    public BulkJobs() => worker = Task.Run(RunReadyJobs);

    public string NextId() => RecordId.Create(KeyPrefix, Interlocked.Increment(ref lastNumber));

    public void Add(BulkJob job) => byId[job.Header.Id] = job;

    /// <summary>Hands a job whose upload is complete to the worker. It runs in the name of this call, so faults that strike its rows find it.</summary>
    public void Start(BulkJob job)
    {
        var caller = ExecutionContext.Capture();
        ready.Writer.TryWrite(caller is null ? Run : () => ExecutionContext.Run(caller, _ => Run(), null));

        void Run() => job.Run(stopping.Token);
    }

    public void Remove(BulkJob job) => byId.TryRemove(job.Header.Id, out _);

    /// <summary>The job of a path; 404 when there is none of its kind.</summary>
    public T Find<T>(string id) where T : BulkJob =>
        RecordId.TryParse(id, out var full) && byId.GetValueOrDefault(full) is T job ? job : throw ApiException.NotFound();

    /// <summary>All jobs of a kind, the newest first.</summary>
    public IEnumerable<T> All<T>() where T : BulkJob => byId.Values.OfType<T>().OrderByDescending(job => job.Header.Id, StringComparer.Ordinal);

    /// <summary>Stops the job that runs after its current rows, and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        ready.Writer.Complete();
        await worker;
        stopping.Dispose();
    }

    private async Task RunReadyJobs()
    {
        await foreach (var job in ready.Reader.ReadAllAsync(CancellationToken.None))
            job();
    }
}
