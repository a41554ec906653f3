-- The journal: what was decided, planned, sent and confirmed.
-- Every row belongs to an org, so that a sandbox and a production org never share a memory.
-- Instants are UTC text (2026-03-02T08:15:00.000Z) and dates text (2026-03-02): both sort as time does. Ids are Salesforce's
-- 18 characters. JSON and decimals are text. Texts are compared byte by byte ("C"), whatever the database's language is: ids and
-- keys then sort as they do everywhere else in the program.

-- Every policy that a run decided by, once, so that an old decision can be explained by the text it was made from.
create table policies (
    hash          text collate "C" not null primary key,
    text          text collate "C" not null,
    first_seen_at text collate "C" not null
);

-- One row a run that may write. status: running, complete, partial, failed, refused, deferred, interrupted.
create table runs (
    org_id      text collate "C" not null,
    run_id      text collate "C" not null,
    kind        text collate "C" not null,
    status      text collate "C" not null,
    policy_hash text collate "C" not null,
    as_of       text collate "C" not null,
    started_at  text collate "C" not null,
    finished_at text collate "C",
    read        integer not null default 0,
    evaluated   integer not null default 0,
    planned     integer not null default 0,
    written     integer not null default 0,
    refused     integer not null default 0,
    deferred    integer not null default 0,
    api_calls   integer not null default 0,
    -- For people: why it was refused, failed or cut short.
    sentence    text collate "C",
    primary key (org_id, run_id)
);
create unique index runs_by_id on runs (run_id);
create index runs_by_time on runs (org_id, started_at, run_id);
create index runs_unfinished on runs (org_id) where status = 'running';

-- How far each stream of records has been read, by which policy and for which business date.
create table watermarks (
    org_id      text collate "C" not null,
    stream      text collate "C" not null,
    modstamp    text collate "C" not null,
    last_id     text collate "C",
    policy_hash text collate "C" not null,
    as_of       text collate "C" not null,
    moved_at    text collate "C" not null,
    primary key (org_id, stream)
);

-- What the next decision about a deal needs to remember, one row a deal.
create table deals (
    org_id                 text collate "C" not null,
    opportunity_id         text collate "C" not null,
    -- Counts what was remembered anew; numbers the deal's rows in decisions, score_changes and approvals.
    revision               integer not null,
    -- The standing decision's identity: what SalesRules_Decision__c holds once it is written.
    decision_id            text collate "C" not null,
    -- Whether the deal was ever decided while before pov: else an approval is marked as first seen.
    seen_before_pov        boolean not null,
    -- The business date since which the gate has deferred it without a break.
    deferred_since         text collate "C",
    -- The category that a confirmed correction of ours set and that still stands, and the probability found beside it.
    correction_to          text collate "C",
    correction_probability text collate "C",
    -- The five pillars as last seen: score, evidence (hashed), when each was last seen to change. The history is score_changes.
    scores                 text collate "C" not null,
    first_seen_at          text collate "C" not null,
    primary key (org_id, opportunity_id)
);

-- Each decision whose identity differs from the deal's decision before, with what it was made from.
create table decisions (
    org_id         text collate "C" not null,
    opportunity_id text collate "C" not null,
    revision       integer not null,
    run_id         text collate "C" not null,
    decision_id    text collate "C" not null,
    policy_hash    text collate "C" not null,
    as_of          text collate "C" not null,
    decided_at     text collate "C" not null,
    -- The decision about the record as corrected; this is what the identity is of.
    standing       text collate "C" not null,
    -- The decision about the record as it was read; null: nothing was corrected, it is the standing one.
    decision       text collate "C",
    -- The record as it was read, under the org's field names: can be read and decided again.
    snapshot       text collate "C" not null,
    primary key (org_id, opportunity_id, revision),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);

-- Each change of a pillar's score or evidence. The first row of a pillar is its baseline: changed_at is null, never seen to change.
create table score_changes (
    org_id           text collate "C" not null,
    opportunity_id   text collate "C" not null,
    pillar           text collate "C" not null,
    revision         integer not null,
    run_id           text collate "C" not null,
    -- As JSON: 2, "two", null for unscored.
    score            text collate "C" not null,
    evidence         text collate "C",
    score_changed    boolean not null,
    evidence_changed boolean not null,
    changed_at       text collate "C",
    seen_at          text collate "C" not null,
    -- Who scored it, as the record says.
    scored_by        text collate "C",
    stage            text collate "C",
    category         text collate "C",
    primary key (org_id, opportunity_id, pillar, revision),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);

-- POV approvals, each with the scores in force when it was made.
create table approvals (
    org_id         text collate "C" not null,
    opportunity_id text collate "C" not null,
    revision       integer not null,
    run_id         text collate "C" not null,
    approved_at    text collate "C" not null,
    state          text collate "C" not null,
    path           text collate "C" not null,
    outcome        integer not null,
    maps           integer not null,
    insight        integer not null,
    quantify       integer not null,
    leadership     integer not null,
    -- The deal stood in pov when the journal first saw it: its entry was not witnessed.
    first_seen     boolean not null,
    -- When the record was confirmed to carry it; null: decided, not (yet) on record.
    recorded_at    text collate "C",
    primary key (org_id, opportunity_id, revision),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);

-- Everything that was to be written to a record: made before the first byte goes out.
-- state: planned (nothing went out), sending (may have gone out), confirmed, refused (by the org), moved (a person changed it
-- first; left alone), unclear (no receipt: to be read back), abandoned (never went out; decided again).
create table writes (
    org_id            text collate "C" not null,
    run_id            text collate "C" not null,
    opportunity_id    text collate "C" not null,
    -- 1, and one more each time the same run decides the record again.
    attempt           integer not null,
    state             text collate "C" not null,
    decision_id       text collate "C" not null,
    -- The planned record: before-image, new values, reasons, basis, tasks.
    record            text collate "C" not null,
    -- The category that the record has once its correction is written; null: nothing of a person's is corrected.
    correction_to     text collate "C",
    planned_at        text collate "C" not null,
    sent_at           text collate "C",
    settled_at        text collate "C",
    code              text collate "C",
    sentence          text collate "C",
    -- The names of the fields that a person had moved, as JSON.
    moved_fields      text collate "C",
    after_stage       text collate "C",
    after_category    text collate "C",
    after_probability text collate "C",
    primary key (org_id, run_id, opportunity_id, attempt),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);
-- A record has at most one write under way, whatever runs.
create unique index writes_under_way on writes (org_id, opportunity_id) where state in ('planned', 'sending');
create index writes_of_deal on writes (org_id, opportunity_id, planned_at);
create index writes_unclear on writes (org_id) where state = 'unclear';

-- The tasks that rules asked for, one row a key; a key names rule, record, part and episode.
-- state: planned, sending, unclear (creation without receipt), open, refused and abandoned (wanted again), closed_by_person: the
-- episode runs. clearing (its condition cleared, to be completed), completed (by us), ended (without us): it is over.
create table tasks (
    org_id         text collate "C" not null,
    task_key       text collate "C" not null,
    opportunity_id text collate "C" not null,
    rule           text collate "C" not null,
    part           text collate "C" not null,
    episode        integer not null,
    state          text collate "C" not null,
    -- Null until its creation is confirmed.
    task_id        text collate "C",
    -- Null for a task that was found in the org and not planned by this journal.
    subject        text collate "C",
    owner_id       text collate "C",
    due            text collate "C",
    -- The run that planned its creation or its completion last.
    run_id         text collate "C",
    changed_at     text collate "C" not null,
    code           text collate "C",
    sentence       text collate "C",
    primary key (org_id, task_key),
    foreign key (org_id, run_id) references runs (org_id, run_id)
);
create index tasks_of_deal on tasks (org_id, opportunity_id);
create index tasks_of_run on tasks (org_id, run_id, state);
create index tasks_unclear on tasks (org_id) where state = 'unclear';
