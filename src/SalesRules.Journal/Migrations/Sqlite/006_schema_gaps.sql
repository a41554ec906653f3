-- What the org lacked when records up to the watermark were decided, as a JSON list, and since when: once a part of it is back, they
-- are decided again. Null: nothing was lost.
alter table watermarks add column gap_parts text;
alter table watermarks add column gap_since text;
