-- What stands still by a person's word: a schedule, or everything ('*', the kill switch). A pause is over when it was resumed, or
-- when its end has come.
create table pauses (
    schedule   text not null,
    paused_at  text not null,
    paused_by  text not null,
    reason     text not null,
    ends_at    text,
    resumed_at text,
    resumed_by text,
    primary key (schedule, paused_at)
);
