-- From prepared to paid. Rows are only ever inserted: every change of state is a row that says who, when and why.

-- What one posting prepares to leave: the bank files that name it, and the settlement lists of the lines from first_line_no
-- through last_line_no (none when the first is greater). needs_approval: false for what was published before approval was
-- used here, which counts as sent.
create table if not exists payment_batch (
  batch_no integer primary key,
  posting_month integer not null,
  first_line_no bigint not null,
  last_line_no bigint not null,
  run_no integer not null,
  needs_approval boolean not null,
  prepared_by varchar(200)${codepoint} not null,
  prepared_user varchar(200)${codepoint} not null,
  prepared_at timestamp not null,
  constraint batch_preparer unique (batch_no, prepared_by, prepared_user)
);

-- Whoever approves is another person and works under another user than whoever prepared.
create table if not exists batch_approval (
  batch_no integer primary key,
  prepared_by varchar(200)${codepoint} not null,
  prepared_user varchar(200)${codepoint} not null,
  approved_by varchar(200)${codepoint} not null,
  approved_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  approved_at timestamp not null,
  constraint approval_of_batch foreign key (batch_no, prepared_by, prepared_user)
    references payment_batch (batch_no, prepared_by, prepared_user),
  constraint four_eyes check (approved_by <> prepared_by and approved_user <> prepared_user)
);

-- manifest_sha256: of the manifest in the folder that was handed over.
create table if not exists batch_dispatch (
  batch_no integer primary key references batch_approval,
  sent_by varchar(200)${codepoint} not null,
  sent_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  sent_at timestamp not null,
  manifest_sha256 varchar(64)${codepoint} not null
);

create table if not exists closed_month (
  posting_month integer primary key,
  last_line_no bigint not null,
  closed_by varchar(200)${codepoint} not null,
  closed_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  closed_at timestamp not null
);

insert into payment_batch
  select row_number() over (order by p.posting_month), p.posting_month, p.posting_month * cast(10000000 as bigint) + 1,
    p.posting_month * cast(10000000 as bigint) + 9999999, p.run_no, false, '', '',
    coalesce((select j.started_at from job_run j where j.run_no = p.run_no), current_timestamp)
  from posted_month p where not exists (select 1 from payment_batch);

alter table bank_file add column if not exists payment_batch integer;

update bank_file set payment_batch =
  (select b.batch_no from payment_batch b where b.posting_month = bank_file.posting_month) where payment_batch is null;

create or replace view unsent_batch as
  select b.batch_no, b.posting_month, b.first_line_no, b.last_line_no from payment_batch b
  where b.needs_approval and not exists (select 1 from batch_dispatch d where d.batch_no = b.batch_no);

-- A bank row that pays nothing any more: withdrawn before it was sent, or returned by the bank and issued anew.
-- kind: WITHDRAWN, REISSUED.
create table if not exists bank_row_end (
  detail_no varchar(20)${codepoint} primary key references bank_row,
  posting_month integer not null,
  kind varchar(10)${codepoint} not null,
  ended_by varchar(200)${codepoint} not null,
  ended_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  ended_at timestamp not null
);

-- Which bank row pays a line. The next attempt needs the end of the one before, so a line never has two live ones.
create table if not exists bank_line (
  line_no bigint not null references ledger_line,
  attempt integer not null,
  detail_no varchar(20)${codepoint} not null references bank_row,
  posting_month integer not null,
  batch_no integer not null references payment_batch,
  after_detail_no varchar(20)${codepoint} references bank_row_end,
  constraint bank_line_once primary key (line_no, attempt),
  constraint bank_line_detail unique (detail_no, line_no),
  constraint one_successor unique (line_no, after_detail_no),
  constraint attempts_in_turn check
    ((attempt = 0 and after_detail_no is null) or (attempt > 0 and after_detail_no is not null)),
  constraint after_an_attempt foreign key (after_detail_no, line_no) references bank_line (detail_no, line_no)
);

insert into bank_line
  select s.line_no, 0, s.detail_no, s.posting_month, f.payment_batch, null
  from sent_line s join bank_row r on r.detail_no = s.detail_no join bank_file f on f.file_name = r.file_name
  where not exists (select 1 from bank_line);

-- What the bank answered. The newest answer about a row counts. raw: the file as it came.
create table if not exists bank_answer_file (
  sha256 varchar(64)${codepoint} primary key,
  file_name varchar(200)${codepoint} not null,
  profile varchar(64)${codepoint} not null references bank_profile,
  received_by varchar(200)${codepoint} not null,
  received_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  received_at timestamp not null
);

create table if not exists bank_answer (
  detail_no varchar(20)${codepoint} not null references bank_row,
  answer_no integer not null,
  file_sha256 varchar(64)${codepoint} not null references bank_answer_file,
  line_no integer not null,
  outcome varchar(10)${codepoint} not null,
  code varchar(200)${codepoint} not null,
  message varchar(1000)${codepoint} not null,
  primary key (detail_no, answer_no)
);

create or replace view returned_row as
  select a.detail_no from bank_answer a where a.outcome = 'FAILURE' and a.answer_no =
    (select max(b.answer_no) from bank_answer b where b.detail_no = a.detail_no);

-- Reversals of money that had left: it is to be got back. A reversal of any other line cancels it.
create table if not exists recovery (
  line_no bigint primary key references ledger_line,
  original_line_no bigint not null references reversal
);

insert into recovery
  select r.line_no, r.original_line_no from reversal r join ledger_line l on l.line_no = r.original_line_no
  where (l.payee_kind <> 'HOUSEHOLD' and l.payer_level <> 'UNSPECIFIED'
      or exists (select 1 from bank_line b where b.line_no = l.line_no))
    and not exists (select 1 from recovery);

-- What becomes of a recovery. kind: DECIDED, COLLECTED (a part or all of it), WAIVED (the rest).
create table if not exists recovery_event (
  line_no bigint not null references recovery,
  event_no integer not null,
  kind varchar(10)${codepoint} not null,
  amount_fen bigint not null check (amount_fen >= 0),
  done_by varchar(200)${codepoint} not null,
  done_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  done_at timestamp not null,
  primary key (line_no, event_no)
);
