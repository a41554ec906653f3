namespace SalesRules.Journal.Messages;

/// <summary>The SQL of the outbox. Whoever sends for an org also sends what belongs to none (<see cref="RunJournal.NoOrg"/>).</summary>
internal static class MessageStatements
{
    public const string Insert =
        """
        insert into messages (org_id, message_key, recipient, content, made_at, state, next_at, attempts)
        values (@OrgId, @Key, @Recipient, @Content, @Now, 'waiting', @Now, '[]')
        on conflict (org_id, message_key, recipient) do nothing
        """;

    public const string InsertAlert =
        """
        insert into message_alerts (org_id, message_key, recipient, alert_key) values (@OrgId, @Key, @Recipient, @AlertKey)
        on conflict (org_id, message_key, recipient, alert_key) do nothing
        """;

    /// <summary>Those that nobody is sending: no claim, one that has run out, or one of a process that is known to be dead. To be followed by the dialect's hold.</summary>
    public const string Due =
        """
        select m.* from messages m
        where m.org_id in (@orgId, '') and m.state = 'waiting' and m.next_at <= @now
            and (m.claimed_until is null or m.claimed_until <= @serverNow or (@isAlone and m.claimed_by like 'alone %' and m.claimed_by not like @ours))
        order by m.next_at, m.message_key, m.recipient limit @count
        """;

    public const string Claim =
        """
        update messages set claimed_until = @Until, claimed_by = @Claim
        where org_id = @OrgId and message_key = @MessageKey and recipient = @Recipient
        """;

    /// <summary>Gives the claim back with what came of it; finds nothing once somebody else has claimed the message.</summary>
    public const string Settle =
        """
        update messages set state = @state, next_at = @nextAt, attempts = @attempts, ended_at = @endedAt, claimed_until = null, claimed_by = null
        where org_id = @OrgId and message_key = @Key and recipient = @Recipient and state = 'waiting' and claimed_by = @Claim
        """;

    public const string GivenUp = "select m.* from messages m where m.org_id in (@orgId, '') and m.state = @state order by m.made_at, m.message_key, m.recipient";

    public const string Requeue =
        """
        update messages set state = 'waiting', next_at = @Now, attempts = @Attempts, ended_at = null
        where org_id = @OrgId and message_key = @MessageKey and recipient = @Recipient and state = @state
        """;

    public const string Listed =
        """
        select m.*, exists (
            select 1 from message_alerts t where t.org_id = m.org_id and t.message_key = m.message_key and t.recipient = m.recipient) as tells_alerts
        from messages m where m.org_id in (@orgId, '')
        """;

    public const string Counts =
        """
        select state, count(*) as messages, min(made_at) as oldest, max(ended_at) as newest, min(next_at) as next_at,
            sum(case when made_at < @dayAgo and (attempts <> '[]' or next_at <= @now) then 1 else 0 end) as late
        from messages where org_id in (@orgId, '') group by state
        """;

    /// <summary>Alerts without messages whose run is over, has died, or never was. To tell a live run from a dead one, its lease is asked.</summary>
    public const string AlertsToRoute =
        """
        select a.* from alerts a
        left join runs r on r.org_id = a.org_id and r.run_id = a.run_id
        left join leases l on l.org_id = r.org_id and l.name = r.lease_name and l.token = r.lease_token and l.expires_at > @serverNow
        where a.org_id = @orgId and a.routed_at is null and (r.run_id is null or r.status <> 'running' or l.name is null)
        order by a.raised_at, a.alert_key limit @count
        """;

    /// <summary>To be followed by the dialect's hold of a.</summary>
    public const string Unrouted = "select a.alert_key from alerts a where a.org_id = @orgId and a.routed_at is null and a.alert_key in (@ids)";

    public const string MarkRouted = "update alerts set routed_at = @Now where org_id = @orgId and alert_key in (@ids)";

    /// <summary>Narrows a select from alerts a.</summary>
    public const string ToldByOneThatIs =
        """
        and exists (
            select 1 from message_alerts t
            join messages m on m.org_id = t.org_id and m.message_key = t.message_key and m.recipient = t.recipient
            where t.org_id = a.org_id and t.alert_key = a.alert_key and m.state = @state)
        """;

    public const string OfAlerts =
        """
        select m.*, t.alert_key from message_alerts t
        join messages m on m.org_id = t.org_id and m.message_key = t.message_key and m.recipient = t.recipient
        where t.org_id in (@orgId, '') and t.alert_key in (@ids) order by m.recipient, m.message_key
        """;
}
