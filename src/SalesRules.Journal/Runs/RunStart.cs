namespace SalesRules.Journal.Runs;

/// <summary>What a run is started with.</summary>
public sealed record RunStart
{
    /// <summary>The 18-character id of the org.</summary>
    public required string OrgId { get; init; }

    public required RunKind Kind { get; init; }

    public required string PolicyHash { get; init; }

    /// <summary>The business date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The version of the program that decides; null: not said.</summary>
    public string? Program { get; init; }

    /// <summary>The run's name; null: one is made from the clock.</summary>
    public RunId? Id { get; init; }
}
