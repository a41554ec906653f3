using SalesRules.Journal.Database;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>A row of deals.</summary>
internal sealed record DealRow
{
    public const string Upsert =
        """
        insert into deals (org_id, opportunity_id, revision, decision_id, seen_before_pov, deferred_since, correction_to, correction_probability, scores, first_seen_at, modstamp, deleted_at, fields, stages, seeded, told, open_amount)
        values (@OrgId, @OpportunityId, @Revision, @DecisionId, @SeenBeforePov, @DeferredSince, @CorrectionTo, @CorrectionProbability, @Scores, @FirstSeenAt, @Modstamp, @DeletedAt, @Fields, @Stages, @Seeded, @Told, @OpenAmount)
        on conflict (org_id, opportunity_id) do update set revision = excluded.revision, decision_id = excluded.decision_id,
            seen_before_pov = excluded.seen_before_pov, deferred_since = excluded.deferred_since, correction_to = excluded.correction_to,
            correction_probability = excluded.correction_probability, scores = excluded.scores, modstamp = excluded.modstamp,
            deleted_at = excluded.deleted_at, fields = excluded.fields, stages = excluded.stages, seeded = excluded.seeded,
            told = excluded.told, open_amount = excluded.open_amount
        """;

    public string OrgId { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public int Revision { get; init; }

    public string DecisionId { get; init; } = "";

    public bool SeenBeforePov { get; init; }

    public string? DeferredSince { get; init; }

    public string? CorrectionTo { get; init; }

    public string? CorrectionProbability { get; init; }

    /// <summary>See <see cref="PillarMemory.ListOf"/>.</summary>
    public string Scores { get; init; } = "";

    public string FirstSeenAt { get; init; } = "";

    /// <summary>The SystemModstamp of the version that was decided last; null: the org did not say.</summary>
    public string? Modstamp { get; init; }

    /// <summary>When the org deleted it; null: it lives.</summary>
    public string? DeletedAt { get; init; }

    /// <summary>See <see cref="FieldMemory.Text"/>; null: not yet looked at.</summary>
    public string? Fields { get; init; }

    /// <summary>See <see cref="StageMemory.Text"/>; null: not read with the version that was decided last.</summary>
    public string? Stages { get; init; }

    /// <summary>See <see cref="Scores.WrittenPillars"/>; null: nothing was carried over to it.</summary>
    public string? Seeded { get; init; }

    /// <summary>What people were told of it, as JSON (<see cref="SalesRules.Alerts.DealAlertStateJson"/>); null: it was last decided before there were alerts.</summary>
    public string? Told { get; init; }

    /// <summary>What it adds to the open pipeline; null: it is closed, has no amount, or was last decided before this was kept.</summary>
    public string? OpenAmount { get; init; }

    public CategoryCorrection? LastCorrection => ForecastCategories.Parse(CorrectionTo) is { } to
        ? new CategoryCorrection(to, Stored.Number(CorrectionProbability))
        : null;
}
