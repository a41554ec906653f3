namespace SalesRules.Snapshots;

/// <summary>A row that cannot become a snapshot. The message names the field and what was expected, never the value.</summary>
public sealed class SnapshotFormatException : FormatException
{
    public SnapshotFormatException(string message)
        : base(message)
    {
    }

    public SnapshotFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SnapshotFormatException()
    {
    }

    internal static SnapshotFormatException Expected(string expected, string found) => new($"expected {expected}, found {found}");

    internal SnapshotFormatException In(string field) => new($"{field}: {Message}", this);
}
