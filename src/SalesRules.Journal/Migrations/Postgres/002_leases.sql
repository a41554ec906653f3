-- Who may write for an org, one row a lease. The token rises with every holder: a run carries the one it was started under, and
-- whoever comes with an older one is fenced off. Times are those of the database's clock.
create table leases (
    org_id      text collate "C" not null,
    name        text collate "C" not null,
    token       bigint not null,
    -- The machine and process that took it last.
    host        text collate "C",
    process_id  integer,
    acquired_at text collate "C",
    -- Free from then on; null: given back.
    expires_at  text collate "C",
    primary key (org_id, name)
);

alter table runs add column lease_name text collate "C";
alter table runs add column lease_token bigint not null default 0;
