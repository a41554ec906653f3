-- Deals to look at again although nothing about them changes: the org refused their write or a task of theirs, a person changed
-- them first, the outcome is not known, or the run was cut short before it reached them. The run that settles them drops them.
create table revisits (
    org_id         text not null,
    opportunity_id text not null,
    run_id         text not null,
    -- The state that the write was left in, or 'task'.
    reason         text not null,
    since          text not null,
    primary key (org_id, opportunity_id)
);

-- The version of the deal that was decided last: a later look that finds another one, older than what it should have to read,
-- has found what an earlier run could not see.
alter table deals add column modstamp text;

-- How many opportunities the org counts that the run had to read; null: it was not asked.
alter table runs add column expected integer;
