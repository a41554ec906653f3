-- What of its schema the org lacked when the decision was made, as JSON; {}: nothing. Null: decided before this was kept.
alter table decisions add column drift text;

-- The version of the program that decided in the run; null: it ran before this was kept.
alter table runs add column program text;

-- What a candidate policy, the shadow, would have decided beside the run; nothing of it was written.
create table shadows (
    org_id        text not null,
    run_id        text not null,
    -- Null: the policy could not be read.
    policy_hash   text,
    decided       integer not null,
    different     integer not null,
    -- Deals of which it could not decide.
    failed        integer not null,
    -- Why it did not decide, or not all; null: it did.
    problem       text,
    -- What differed, counted, as JSON.
    disagreements text not null,
    primary key (org_id, run_id),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);
