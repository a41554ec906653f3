namespace SalesRules.Journal.Slots;

/// <summary>The SQL of the schedule ledger. Each statement finds its rows by an index, however long the ledger has become.</summary>
internal static class SlotStatements
{
    /// <summary>A second row for a slot is a failure of the lease, and the primary key stops it.</summary>
    public const string Insert =
        """
        insert into slots (schedule, due_at, state, token, host, process_id, taken_at, ended_at, outcome, sentence)
        values (@Schedule, @DueAt, @State, @Token, @Host, @ProcessId, @TakenAt, @EndedAt, @Outcome, @Sentence)
        """;

    /// <summary>Of a run that was cut short it is kept whose it was; a slot that was only to be caught up goes from one to the next.</summary>
    public const string TakeOver =
        """
        update slots set
            sentence = case state when 'running'
                then 'Process ' || process_id || ' on ' || host || ' took it at ' || substr(taken_at, 1, 10) || ' ' || substr(taken_at, 12, 8)
                    || ' UTC and was stopped, or died, before it ended.'
                else sentence end,
            state = 'catching_up', token = @Token, host = @Host, process_id = @ProcessId, taken_at = @Now
        where schedule = @schedule and ended_at is null and token <> @Token
        """;

    public const string End =
        """
        update slots set state = @state, outcome = @Outcome, run_id = @runId, caught_up_by = @caughtUpBy, ended_at = @Now,
            sentence = case when sentence is null then @Sentence else sentence || ' ' || @Sentence end
        where schedule = @schedule and ended_at is null and token = @Token and state = @was
        """;

    /// <summary>The words in force, and those by which something may have been due after the schedule's newest row.</summary>
    public const string OpenTerms =
        """
        select t.* from schedule_terms t
        where t.ended_at is null or t.ended_at > coalesce((select max(s.due_at) from slots s where s.schedule = t.schedule), '')
        order by t.schedule, t.since
        """;

    public const string LastSlots =
        """
        select s.* from (select distinct schedule from schedule_terms) t
        join slots s on s.schedule = t.schedule and s.due_at = (select max(n.due_at) from slots n where n.schedule = t.schedule)
        """;

    public const string OpenSlots =
        "select schedule, token, min(due_at) as oldest, count(*) as slots from slots where ended_at is null group by schedule, token order by schedule, token";

    public const string Forget =
        """
        delete from slots where due_at < @before and ended_at is not null
            and due_at < (select max(n.due_at) from slots n where n.schedule = slots.schedule)
        """;
}
