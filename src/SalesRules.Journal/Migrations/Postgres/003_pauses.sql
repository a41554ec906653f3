-- What stands still by a person's word: a schedule, or everything ('*', the kill switch). A pause is over when it was resumed, or
-- when its end has come.
create table pauses (
    schedule   text collate "C" not null,
    paused_at  text collate "C" not null,
    paused_by  text collate "C" not null,
    reason     text collate "C" not null,
    ends_at    text collate "C",
    resumed_at text collate "C",
    resumed_by text collate "C",
    primary key (schedule, paused_at)
);
