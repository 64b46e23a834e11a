-- Who runs, and what became of it.

-- One row that is only ever locked: whoever has it locked may run. The database frees it with the session that held it,
-- however that ended. (PostgreSQL takes an advisory lock instead, so that no transaction stays open for the whole run.)
create table if not exists run_lock (
  lock_no integer primary key
);

insert into run_lock (lock_no) select 1 where not exists (select 1 from run_lock);

-- Who had it last, for people to read. token tells one holder from the next: what is published asks for it.
create table if not exists run_holder (
  holder_no integer primary key,
  token varchar(36)${codepoint} not null,
  user_name varchar(200)${codepoint} not null,
  process bigint not null,
  host varchar(200)${codepoint} not null,
  command varchar(4000)${codepoint} not null,
  since timestamp not null,
  beat_at timestamp not null
);

-- Our own register of runs. kind: RUN, IMPORT, ASSESS. status: RUNNING (under way or killed: the lock tells which), FAILED,
-- COMPLETED. posting_month is yyyymm, empty for imports; manifest_sha256 is that of the manifest it left in the folder.
create table if not exists job_run (
  run_no integer primary key,
  kind varchar(10)${codepoint} not null,
  posting_month integer,
  as_of date,
  input_hash varchar(64)${codepoint} not null,
  command varchar(4000)${codepoint} not null,
  status varchar(10)${codepoint} not null,
  started_at timestamp not null,
  ended_at timestamp,
  line_count bigint,
  amount_fen bigint,
  held_fen bigint,
  defects boolean,
  manifest_sha256 varchar(64)${codepoint}
);
