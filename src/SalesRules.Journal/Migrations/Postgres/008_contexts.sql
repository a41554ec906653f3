-- When the fields of a deal last changed, as JSON, and the stages that it went through, as JSON; null: not yet looked at.
alter table deals add column fields text;
alter table deals add column stages text;

-- What the decision was made from beside the record, so that it can be made again; null: decided before this was kept.
alter table decisions add column context text;

-- What was worked out of the whole org for a day, under that policy, as JSON; every decision of the day rests on it.
create table daily_figures (
    org_id      text not null,
    as_of       text not null,
    policy_hash text not null,
    name        text not null,
    value       text not null,
    primary key (org_id, as_of, policy_hash, name)
);
