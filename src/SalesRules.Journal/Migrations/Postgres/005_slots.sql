-- When each schedule is due: the words of the settings, since when they held. One of a schedule without an end is in force; a
-- schedule that has none is disabled or gone, and nothing of it is due.
create table schedule_terms (
    schedule   text collate "C" not null,
    since      text collate "C" not null,
    cron       text collate "C" not null,
    time_zone  text collate "C" not null,
    ended_at   text collate "C",
    -- changed, disabled or removed; null while in force.
    ended_by   text collate "C",
    primary key (schedule, since)
);

create unique index schedule_terms_in_force on schedule_terms (schedule) where ended_at is null;

-- What became of each slot, by the instant at which it was due. A schedule's slots get their rows in the order of time: whatever is
-- due up to its newest row has one. A row without an end is being worked on by the holder of the schedule's lease, if that still
-- has the row's token; otherwise it was left behind, and the next holder ends it.
create table slots (
    schedule     text collate "C" not null,
    due_at       text collate "C" not null,
    -- running (a run is its own), catching_up (a run is to make up for it); ran, skipped, caught_up.
    state        text collate "C" not null,
    token        bigint not null,
    -- The machine and process that took it last.
    host         text collate "C" not null,
    process_id   integer not null,
    taken_at     text collate "C" not null,
    ended_at     text collate "C",
    -- How the run went: complete, partial, planned, failed, skipped, interrupted.
    outcome      text collate "C",
    sentence     text collate "C",
    run_id       text collate "C",
    -- The slot whose run caught it up.
    caught_up_by text collate "C",
    primary key (schedule, due_at)
);

create index slots_without_end on slots (schedule) where ended_at is null;
