using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>What the rules want for one deal, and because of what (design 3.2).</summary>
public sealed record Decision
{
    public required SalesforceId OpportunityId { get; init; }

    /// <summary>The business date it was decided for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The hash of the policy it was decided by.</summary>
    public required string PolicyHash { get; init; }

    public required MiqlScores Miql { get; init; }

    public required ForecastDecision Forecast { get; init; }

    /// <summary>Null where the POV gate does not apply.</summary>
    public required PovDecision? Pov { get; init; }

    public required Risk Risk { get; init; }

    /// <summary>Highest severity first, then in the rule book's order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Corrections of fields that people own; at most one for a field.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    public required IReadOnlyList<DealTask> Tasks { get; init; }

    /// <summary>The rules that lacked fields or context.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }

    public required bool IsOpen { get; init; }
}

/// <summary>The gate's part of a decision.</summary>
/// <param name="State">Approved, Approved with conditions, Deferred.</param>
/// <param name="Path">Standard or Executive-Led; null while Deferred.</param>
/// <param name="Missed">From O, Q, M, total, unscored.</param>
/// <param name="OnRecord">Whether an approval is on record, with the one this decision makes.</param>
/// <param name="IsGranted">Whether this decision makes the approval.</param>
public sealed record PovDecision(string State, string? Path, IReadOnlyList<string> Missed, bool OnRecord, bool IsGranted);

/// <summary>A task as it would stand in Salesforce.</summary>
/// <param name="Key">See <see cref="TaskKey"/>.</param>
/// <param name="Owner">Null when nobody is known who could take it.</param>
public sealed record DealTask(string Key, string Rule, string Subject, SalesforceId? Owner, DateOnly Due);
