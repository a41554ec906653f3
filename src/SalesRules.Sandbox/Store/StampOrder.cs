namespace SalesRules.Sandbox.Store;

/// <summary>Orders by stamp, then by id: the order in which clients page through changes.</summary>
internal sealed class StampOrder : IComparer<(DateTimeOffset Stamp, string Id)>
{
    public static StampOrder Instance { get; } = new();

    /// <summary>A bound after every entry.</summary>
    public static (DateTimeOffset Stamp, string Id) Last { get; } = (DateTimeOffset.MaxValue, "~");

    public int Compare((DateTimeOffset Stamp, string Id) x, (DateTimeOffset Stamp, string Id) y) =>
        x.Stamp.CompareTo(y.Stamp) is var order and not 0 ? order : string.CompareOrdinal(x.Id, y.Id);
}
