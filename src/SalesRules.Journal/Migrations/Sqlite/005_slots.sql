-- When each schedule is due: the words of the settings, since when they held. One of a schedule without an end is in force; a
-- schedule that has none is disabled or gone, and nothing of it is due.
create table schedule_terms (
    schedule   text not null,
    since      text not null,
    cron       text not null,
    time_zone  text not null,
    ended_at   text,
    -- changed, disabled or removed; null while in force.
    ended_by   text,
    primary key (schedule, since)
);

create unique index schedule_terms_in_force on schedule_terms (schedule) where ended_at is null;

-- What became of each slot, by the instant at which it was due. A schedule's slots get their rows in the order of time: whatever is
-- due up to its newest row has one. A row without an end is being worked on by the holder of the schedule's lease, if that still
-- has the row's token; otherwise it was left behind, and the next holder ends it.
create table slots (
    schedule     text not null,
    due_at       text not null,
    -- running (a run is its own), catching_up (a run is to make up for it); ran, skipped, caught_up.
    state        text not null,
    token        integer not null,
    -- The machine and process that took it last.
    host         text not null,
    process_id   integer not null,
    taken_at     text not null,
    ended_at     text,
    -- How the run went: complete, partial, planned, failed, skipped, interrupted.
    outcome      text,
    sentence     text,
    run_id       text,
    -- The slot whose run caught it up.
    caught_up_by text,
    primary key (schedule, due_at)
);

create index slots_without_end on slots (schedule) where ended_at is null;
