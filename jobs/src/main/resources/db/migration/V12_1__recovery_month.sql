-- The first month whose files show the event: the one after the last posted, so that files written before stay as they are.
alter table recovery_event add column if not exists posting_month integer not null default 0;
