-- What people were told of a deal, as JSON: the state that the next transition starts from. Null: the deal was last decided before
-- there were alerts.
alter table deals add column told text;

-- What the deal adds to the open pipeline, in the currency of Amount. Null: it is closed, has no amount, or was last decided before
-- this was kept.
alter table deals add column open_amount text;

-- Transitions that somebody should hear of, each in the transaction of the decision that found it.
create table alerts (
    org_id         text not null,
    -- Names the transition: the same one cannot be raised twice.
    alert_key      text not null,
    kind           text not null,
    -- Null: it is about the org.
    opportunity_id text,
    -- Null: found outside of a run, such as a missing one.
    run_id         text,
    -- The alert as JSON.
    content        text not null,
    raised_at      text not null,
    -- When its messages were made, or it was found that nobody wants it. Null: not yet.
    routed_at      text,
    primary key (org_id, alert_key)
);
create index alerts_to_route on alerts (org_id, raised_at) where routed_at is null;
create index alerts_of_deal on alerts (org_id, opportunity_id);

-- When the first look at an org ended, of which nobody is told deal by deal: what was so before is no transition.
create table alert_baselines (
    org_id  text not null primary key,
    run_id  text,
    made_at text not null
);

-- What each org lacks of its schema, of which somebody was told: the same loss is no news until it has healed.
create table told_losses (
    org_id  text not null,
    loss    text not null,
    -- The business date on which a run last found it.
    seen_on text not null,
    primary key (org_id, loss)
);

-- Messages on their way to people: the outbox. state: waiting, delivered, given_up.
create table messages (
    org_id        text not null,
    message_key   text not null,
    recipient     text not null,
    -- The message as JSON: every try sends the same bytes.
    content       text not null,
    made_at       text not null,
    state         text not null,
    -- When the next try may be made, while it waits.
    next_at       text not null,
    -- Until when one process alone may send it; null: nobody is sending it.
    claimed_until text,
    claimed_by    text,
    -- Every try that was made, as JSON, in order: channel, instant, verdict.
    attempts      text not null,
    ended_at      text,
    primary key (org_id, message_key, recipient)
);
create index messages_waiting on messages (org_id, next_at) where state = 'waiting';

-- Which alerts a message tells: one, or many where they came at once.
create table message_alerts (
    org_id      text not null,
    message_key text not null,
    recipient   text not null,
    alert_key   text not null,
    primary key (org_id, message_key, recipient, alert_key)
);
create index message_alerts_by_alert on message_alerts (org_id, alert_key);

-- What people thought of an alert: one answer a person and alert.
create table alert_answers (
    org_id      text not null,
    alert_key   text not null,
    recipient   text not null,
    is_useful   boolean not null,
    answered_at text not null,
    primary key (org_id, alert_key, recipient)
);
