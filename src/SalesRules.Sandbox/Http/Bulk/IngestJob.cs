using System.Text;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>A bulk insert, update, upsert or delete: one upload, saved 200 rows a transaction, each row with a fate of its own.</summary>
internal sealed class IngestJob(BulkJobHeader header, SObjectType type, SObjectField? key, Org org) : BulkJob(header, BulkJobState.Open, org)
{
    private const int ChunkSize = 200;

    private readonly Lock gate = new();
    private readonly List<IngestedRow> done = [];
    private ReadOnlyMemory<byte>? upload;
    private IReadOnlyList<string[]> rows = [];

    public SObjectType Type => type;

    /// <summary>The field that an upsert finds rows by; null for other operations.</summary>
    public SObjectField? Key => key;

    /// <summary>The header of the upload; empty before it has been read.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public override int RecordsProcessed => Done.Count;

    public int RecordsFailed => Done.Count(row => !row.Result.Success);

    public IReadOnlyList<IngestedRow> Done
    {
        get
        {
            lock (gate)
                return [.. done];
        }
    }

    /// <summary>The rows that an aborted or failed job never came to.</summary>
    public IEnumerable<IReadOnlyList<string>> Unprocessed => rows.Skip(Done.Count);

    /// <summary>Takes the data; false when the job has some already or no longer waits for any.</summary>
    public bool TryUpload(ReadOnlyMemory<byte> data)
    {
        lock (gate)
        {
            if (State != BulkJobState.Open || upload is not null)
                return false;
            upload = data;
            return true;
        }
    }

    protected override void Work(Func<bool> isStopped)
    {
        var lines = Header.Format.Read(Encoding.UTF8.GetString((upload ?? default).Span).TrimStart('\uFEFF'));
        if (lines.Count == 0)
            return;
        Columns = lines[0];
        rows = [.. lines.Skip(1)];
        upload = null;
        var columns = IngestColumns.Of(type, Columns, idsOnly: Header.Operation is "delete" or "hardDelete");
        foreach (var chunk in rows.Chunk(ChunkSize))
        {
            if (isStopped())
                return;
            Save(columns, chunk);
        }
    }

    private void Save(IngestColumns columns, string[][] chunk)
    {
        var saved = Org.Write(
            save => chunk.Select(cells => new IngestedRow(cells, SaveRow(save, columns.ValuesOf(cells)))).ToList(), Header.CreatedById);
        lock (gate)
            done.AddRange(saved);
    }

    private SaveResult SaveRow(OrgTransaction save, Dictionary<string, object?> values) => Header.Operation switch
    {
        "insert" => save.Insert(type.Name, values),
        "upsert" => Upserts.ByKey(save, Org, type, key!, values),
        _ => values.Remove("Id", out var id) && id is string text ? SaveKnown(save, text, values) : SaveResult.Failed(null, CollectionErrors.IdMissing()),
    };

    private SaveResult SaveKnown(OrgTransaction save, string id, Dictionary<string, object?> values) => Header.Operation switch
    {
        "update" => save.Update(type.Name, id, values),
        "delete" => save.Delete(type.Name, id),
        _ => save.DeleteForGood(type.Name, id),
    };
}
