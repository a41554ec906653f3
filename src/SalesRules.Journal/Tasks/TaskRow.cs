using SalesRules.Journal.Database;

namespace SalesRules.Journal.Tasks;

/// <summary>A row of tasks.</summary>
internal sealed record TaskRow
{
    public const string Upsert =
        """
        insert into tasks (org_id, task_key, opportunity_id, rule, part, episode, state, task_id, subject, owner_id, due, run_id, changed_at, code, sentence)
        values (@OrgId, @TaskKey, @OpportunityId, @Rule, @Part, @Episode, @State, @TaskId, @Subject, @OwnerId, @Due, @RunId, @ChangedAt, @Code, @Sentence)
        on conflict (org_id, task_key) do update set state = excluded.state, task_id = excluded.task_id, subject = excluded.subject,
            owner_id = excluded.owner_id, due = excluded.due, run_id = excluded.run_id, changed_at = excluded.changed_at,
            code = excluded.code, sentence = excluded.sentence
        """;

    public string OrgId { get; init; } = "";

    public string TaskKey { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public string Rule { get; init; } = "";

    public string Part { get; init; } = "";

    public int Episode { get; init; }

    /// <summary>The stored name of <see cref="Status"/>.</summary>
    public string State { get; init; } = "";

    public string? TaskId { get; init; }

    public string? Subject { get; init; }

    public string? OwnerId { get; init; }

    public string? Due { get; init; }

    public string? RunId { get; init; }

    public string ChangedAt { get; init; } = "";

    public string? Code { get; init; }

    public string? Sentence { get; init; }

    public TaskState Status
    {
        get => Stored.Value<TaskState>(State);
        init => State = Stored.Name(value);
    }
}
