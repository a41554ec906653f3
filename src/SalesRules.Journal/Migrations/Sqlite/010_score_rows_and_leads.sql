-- The rows of MIQL_Score__c, one a change of a deal's five scores; a key names the deal and the row's number.
-- state: planned, sending, unclear (no receipt), refused and abandoned (wanted again), confirmed.
create table score_rows (
    org_id         text not null,
    score_key      text not null,
    opportunity_id text not null,
    -- What is to be written, or was found, as JSON.
    content        text not null,
    -- The row's place among its deal's.
    place          integer not null,
    -- Whether scores of it were carried over from the original sale.
    inherited      integer not null,
    state          text not null,
    -- The run that planned it; null for a row that was found in the org.
    run_id         text,
    changed_at     text not null,
    code           text,
    sentence       text,
    primary key (org_id, score_key),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);
create index score_rows_of_deal on score_rows (org_id, opportunity_id);
create index score_rows_of_run on score_rows (org_id, run_id, state);
create index score_rows_unclear on score_rows (org_id) where state = 'unclear';

-- The pillars that a write fills or empties, as JSON; null: none.
alter table writes add column pillars text;

-- What was carried over to the deal from the sale that it renews, as it was confirmed, as JSON; null: nothing.
alter table deals add column seeded text;

-- Who got which lead, one row a lead: what the service has assigned once it leaves to people.
-- state: as in writes.
create table lead_assignments (
    org_id     text not null,
    lead_id    text not null,
    from_owner text not null,
    to_owner   text not null,
    -- Its number among those that took turns; null: the default owner.
    turn       integer,
    state      text not null,
    run_id     text not null,
    changed_at text not null,
    code       text,
    sentence   text,
    primary key (org_id, lead_id),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);
create index lead_assignments_of_run on lead_assignments (org_id, run_id, state);
