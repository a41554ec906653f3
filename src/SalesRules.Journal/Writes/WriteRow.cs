using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Plans;

namespace SalesRules.Journal.Writes;

/// <summary>A row of writes.</summary>
internal sealed record WriteRow
{
    public const string Insert =
        """
        insert into writes (org_id, run_id, opportunity_id, attempt, state, decision_id, record, correction_to, planned_at, pillars)
        values (@OrgId, @RunId, @OpportunityId, @Attempt, 'planned', @DecisionId, @Record, @CorrectionTo, @PlannedAt, @Pillars)
        """;

    /// <summary>The records among the given ones that the run has planned a write for, once an attempt.</summary>
    public const string OfRunById = "select opportunity_id from writes where org_id = @orgId and run_id = @runId and opportunity_id in (@ids)";

    public const string AbandonPlanned =
        "update writes set state = 'abandoned', settled_at = @now where org_id = @orgId and state = 'planned' and opportunity_id in (@ids)";

    /// <summary>0 for a correction of what people own, which goes out first; 1 for everything else.</summary>
    public const string LaneOf = "(case when correction_to is null then 1 else 0 end)";

    public string OrgId { get; init; } = "";

    public string RunId { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public int Attempt { get; init; }

    public string State { get; init; } = "";

    public string DecisionId { get; init; } = "";

    public string Record { get; init; } = "";

    public string? CorrectionTo { get; init; }

    public string PlannedAt { get; init; } = "";

    /// <summary>See <see cref="Scores.WrittenPillars"/>; null: it touches none.</summary>
    public string? Pillars { get; init; }

    public string? SentAt { get; init; }

    public string? SettledAt { get; init; }

    public string? Code { get; init; }

    public string? Sentence { get; init; }

    public string? MovedFields { get; init; }

    public string? AfterStage { get; init; }

    public string? AfterCategory { get; init; }

    public string? AfterProbability { get; init; }

    /// <inheritdoc cref="LaneOf"/>
    public int Lane => CorrectionTo is null ? 1 : 0;

    public WriteState Status => Stored.Value<WriteState>(State);

    public PlannedRecord ToRecord()
    {
        using var document = JsonDocument.Parse(Record);
        return PlannedRecordJson.Read(document.RootElement);
    }
}
