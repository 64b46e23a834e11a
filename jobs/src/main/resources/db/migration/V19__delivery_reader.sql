-- Registers from before V8 lack the column. Nobody knows which program read their files, so the next delivery is read whole.
alter table delivery add column if not exists read_by varchar(64)${codepoint} not null default '';
