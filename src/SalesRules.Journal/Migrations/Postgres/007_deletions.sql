-- When the org deleted the deal; null: it lives, as far as the org has told. Its rows stay: what was decided and written is history.
alter table deals add column deleted_at text;

-- A run ends by counting what the journal holds of it.
create index decisions_of_run on decisions (org_id, run_id);
