using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SalesRules.Sandbox.Faults;

/// <summary>
/// A fault at work: what it has matched and struck so far, and its own draws. They depend on the seed and the fault's id alone,
/// so that a fault more or less leaves the draws of the others as they were. The plan guards it.
/// </summary>
internal sealed class ArmedFault
{
    private readonly int seed;
    private readonly DateTimeOffset added;
    private readonly Dictionary<string, int> strikesByRow = new(StringComparer.Ordinal);
    private readonly Stack<Action> undo = new();

    public ArmedFault(Fault fault, string id, int seed, DateTimeOffset added)
    {
        Fault = fault;
        Id = id;
        this.seed = seed;
        this.added = added;
        Draws = new Random((int)(Hash("draws") & int.MaxValue));
    }

    public Fault Fault { get; }
    public string Id { get; }

    /// <summary>What the fault leaves to chance.</summary>
    public Random Draws { get; }

    /// <summary>The stamp that saves get for the time being; for faults that hold one.</summary>
    public DateTimeOffset? HeldStamp { get; set; }

    private int Matched { get; set; }
    private int Struck { get; set; }

    private int? Most => Fault.When switch
    {
        { Times: { } times } => times,
        { Nth: not null } => 1,
        { Every: null, Probability: null } when Fault.StrikesOnce => 1,
        _ => null,
    };

    public FaultState StateAt(DateTimeOffset now)
    {
        if (Struck >= Most)
            return FaultState.Spent;
        if (now < Fault.When.OpensAt(added))
            return FaultState.Waiting;
        return HasClosed(now) ? FaultState.Over : FaultState.Armed;
    }

    public bool HasClosed(DateTimeOffset now) => now >= Fault.When.ClosesAt(added);

    /// <summary>Counts a match and says whether the fault strikes it.</summary>
    public bool TryStrike(DateTimeOffset now)
    {
        if (now < Fault.When.OpensAt(added) || HasClosed(now))
            return false;
        Matched++;
        if (!Fault.When.Takes(Matched, Draws) || Struck >= Most)
            return false;
        Struck++;
        return true;
    }

    /// <summary>Whether a row belongs to the share that the fault is about; by its id, so the answer never changes.</summary>
    public bool Chooses(string rowKey) => Fault.Where.Share is not { } share || Hash(rowKey) < share * uint.MaxValue;

    /// <summary>How often this row was struck.</summary>
    public int StrikesOf(string rowKey) => strikesByRow.GetValueOrDefault(rowKey);

    public void CountRow(string rowKey) => strikesByRow[rowKey] = StrikesOf(rowKey) + 1;

    /// <summary>Keeps what takes back a lasting effect.</summary>
    public void UndoWith(Action action) => undo.Push(action);

    /// <summary>The effects to take back, the last one first; they are handed out once.</summary>
    public IReadOnlyList<Action> TakeUndo()
    {
        Action[] actions = [.. undo];
        undo.Clear();
        return actions;
    }

    public FaultReport ReportAt(DateTimeOffset now) => new(Id, Fault, StateAt(now), Matched, Struck);

    // Not string.GetHashCode: that differs from process to process.
    private uint Hash(string key) => BinaryPrimitives.ReadUInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{Id}/{key}"))));
}
