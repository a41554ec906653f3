using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Store;

/// <summary>
/// The org's records. Many may read at once; a write has the store to itself and either happens or leaves no trace, so a query
/// always sees one consistent state.
/// </summary>
public sealed class OrgStore : IDisposable
{
    private const int UndoKept = 1024;

    private readonly ReaderWriterLockSlim access = new(LockRecursionPolicy.SupportsRecursion);
    private readonly Dictionary<string, Table> tables;
    private readonly List<StoreChange> undo = [];
    private readonly Dictionary<string, long> lastNumbers = [];

    internal OrgStore(OrgSchema schema)
    {
        Schema = schema;
        tables = schema.Types.ToDictionary(type => type.Name, type => new Table(type), StringComparer.OrdinalIgnoreCase);
    }

    public OrgSchema Schema { get; }

    /// <summary>Hears what a write changed, step by step, right before others can see it.</summary>
    internal Action<IReadOnlyList<StoreChange>>? Committed { get; set; }

    public Table this[SObjectType type] => tables[type.Name];

    /// <summary>The table of an object that the code itself knows to exist.</summary>
    public Table this[string objectName] => tables[objectName];

    /// <summary>Runs a read that sees no write half done. The function must finish its enumerations before it returns.</summary>
    public T Read<T>(Func<OrgStore, T> read)
    {
        access.EnterReadLock();
        try
        {
            return read(this);
        }
        finally
        {
            access.ExitReadLock();
        }
    }

    /// <summary>Runs a write alone. An exception undoes everything it did.</summary>
    internal T Write<T>(Func<OrgStore, T> write)
    {
        access.EnterWriteLock();
        var outermost = access.RecursiveWriteCount == 1;
        var start = undo.Count;
        try
        {
            var result = write(this);
            if (outermost)
                Committed?.Invoke(undo);
            return result;
        }
        catch
        {
            RollBackTo(start);
            throw;
        }
        finally
        {
            if (outermost)
                ForgetChanges();
            access.ExitWriteLock();
        }
    }

    /// <summary>A point to which <see cref="RollBackTo"/> can return within the same write.</summary>
    internal int Savepoint() => undo.Count;

    /// <summary>Undoes everything since the savepoint, the last change first.</summary>
    internal void RollBackTo(int savepoint)
    {
        while (undo.Count > savepoint)
        {
            var last = undo[^1];
            undo.RemoveAt(undo.Count - 1);
            last.Undo();
        }
    }

    internal void Put(Record record)
    {
        undo.Add(new StoreChange(record.Table.Put(record), record));
    }

    internal void Purge(Record record)
    {
        record.Table.Remove(record);
        undo.Add(new StoreChange(record, null));
    }

    /// <summary>Lets queries see every save that this owner hides.</summary>
    internal void ShowLateRows(object owner) => Write(_ =>
    {
        foreach (var table in tables.Values)
            table.Late.ShowAllOf(owner);
        return true;
    });

    /// <summary>The next number of a sequence. Like Salesforce's, a number is never given out twice, even after a rollback.</summary>
    internal long NextNumber(string sequence) => lastNumbers[sequence] = lastNumbers.GetValueOrDefault(sequence) + 1;

    // A big load leaves a long list behind; ordinary saves keep theirs for the next one.
    private void ForgetChanges()
    {
        undo.Clear();
        if (undo.Capacity > UndoKept)
            undo.Capacity = UndoKept;
    }

    public void Dispose() => access.Dispose();
}
