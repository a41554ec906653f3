namespace SalesRules.Journal.Runs;

/// <summary>How a run ended, in numbers that must add up and a sentence where a person should know more.</summary>
public sealed record RunResult
{
    public required RunStatus Status { get; init; }

    /// <summary>How many opportunities the org counts that the run had to read; null: it was not asked.</summary>
    public long? Expected { get; init; }

    public int Read { get; init; }

    public int Evaluated { get; init; }

    /// <summary>Records with anything to write.</summary>
    public int Planned { get; init; }

    public int Written { get; init; }

    public int Refused { get; init; }

    public int Deferred { get; init; }

    public int ApiCalls { get; init; }

    /// <summary>Why it was refused, failed or cut short; null when there is nothing to add.</summary>
    public string? Sentence { get; init; }
}
