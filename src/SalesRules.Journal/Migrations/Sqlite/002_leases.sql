-- Who may write for an org, one row a lease. The token rises with every holder: a run carries the one it was started under, and
-- whoever comes with an older one is fenced off.
create table leases (
    org_id      text not null,
    name        text not null,
    token       integer not null,
    -- The machine and process that took it last.
    host        text,
    process_id  integer,
    acquired_at text,
    -- Free from then on; null: given back.
    expires_at  text,
    primary key (org_id, name)
);

-- The lease that the run was started under takes the place of the opening of the journal that started it.
alter table runs add column lease_name text;
alter table runs add column lease_token integer not null default 0;
alter table runs drop column session;
