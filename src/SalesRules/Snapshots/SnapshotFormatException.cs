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

    /// <summary>Everything that is wrong with one row, as one sentence.</summary>
    public SnapshotFormatException(IReadOnlyList<SnapshotFormatException> problems)
        : base(string.Join("; ", problems.Select(problem => problem.Message))) => Problems = problems;

    /// <summary>The API name of the field that could not be read; null where it is not about one field.</summary>
    public string? Field { get; private init; }

    /// <summary>What is wrong with the field, without its name: the same text for every value that is wrong in that way.</summary>
    public string? Reason { get; private init; }

    /// <summary>The problems of each field where there are several, else this one.</summary>
    public IReadOnlyList<SnapshotFormatException> Problems
    {
        get => field ?? [this];
        private init;
    }

    internal static SnapshotFormatException Expected(string expected, string found) => new($"expected {expected}, found {found}");

    /// <summary>The same problem, as that of a field.</summary>
    public SnapshotFormatException In(string apiName) => new($"{apiName}: {Message}", this) { Field = apiName, Reason = Message };
}
