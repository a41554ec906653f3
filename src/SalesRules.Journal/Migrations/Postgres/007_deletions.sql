-- When the org deleted the deal; null: it lives, as far as the org has told. Its rows stay: what was decided and written is history.
alter table deals add column deleted_at text;
