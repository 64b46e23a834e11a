-- An empty register as V1 to V21 leave it, for registers that begin with this version or a later one. Older registers go on
-- with the V scripts; every later change is a V script for both.

-- A first start may be killed in the middle, and H2 commits each statement at once: the script can be begun again. The same
-- script runs on H2 and PostgreSQL; ${bytes} is the type of a byte string and ${codepoint} makes a text column sort by
-- Unicode code point (H2 does so by itself, save beyond the basic plane).


-- What the departments delivered.

-- status: RECEIVING (nobody sees what it brought yet), PUBLISHED. fingerprint: of the files' names and bytes. read_by:
-- SHA-256 of the program that read them; another one may read the same line otherwise.
create table if not exists delivery (
  delivery_no integer primary key,
  as_of date not null,
  fingerprint varchar(64)${codepoint} not null,
  status varchar(10)${codepoint} not null,
  received_at timestamp not null,
  read_by varchar(64)${codepoint} not null
);

-- One row per table a delivery brought. status: ACCEPTED, REFUSED, SAME (bytes of the last accepted file, whose counts
-- it repeats; its rejects stand there), SUPPLEMENT (mended rows only). Lists are joined by U+001F.
create table if not exists delivered_file (
  delivery_no integer not null references delivery,
  table_name varchar(40)${codepoint} not null,
  file_name varchar(200)${codepoint} not null,
  sha256 varchar(64)${codepoint} not null,
  size_bytes bigint not null,
  encoding varchar(20)${codepoint} not null,
  status varchar(10)${codepoint} not null,
  physical_lines bigint not null,
  header_lines bigint not null,
  blank_lines bigint not null,
  accepted_rows bigint not null,
  rejected_rows bigint not null,
  unknown_columns varchar(4000)${codepoint} not null,
  refusal varchar(2000)${codepoint},
  notes varchar(4000)${codepoint} not null,
  appeared_rows bigint not null,
  changed_rows bigint not null,
  vanished_rows bigint not null,
  primary key (delivery_no, table_name)
);

create index if not exists delivered_file_table on delivered_file (table_name, delivery_no);

-- What a clerk said about a delivery. kind: CONFIRM_VANISHED, CORRECT, ACCEPT_SHRINK, SUPPLEMENT.
create table if not exists delivery_decision (
  delivery_no integer not null references delivery,
  decision_no integer not null,
  kind varchar(20)${codepoint} not null,
  about varchar(2000)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  decided_by varchar(200)${codepoint} not null,
  decided_at timestamp not null,
  primary key (delivery_no, decision_no)
);

-- Delivered bytes, gzip, in parts.
create table if not exists archived_part (
  sha256 varchar(64)${codepoint} not null,
  part_no integer not null,
  content ${bytes} not null,
  primary key (sha256, part_no)
);

create table if not exists rejected_row (
  delivery_no integer not null,
  table_name varchar(40)${codepoint} not null,
  line_no integer not null,
  raw ${bytes} not null,
  primary key (delivery_no, table_name, line_no)
);

create table if not exists rejected_cell (
  delivery_no integer not null,
  table_name varchar(40)${codepoint} not null,
  line_no integer not null,
  fault_no integer not null,
  column_name varchar(200)${codepoint} not null,
  cell_value varchar(4000)${codepoint} not null,
  reason_code varchar(20)${codepoint} not null,
  message varchar(1000)${codepoint} not null,
  primary key (delivery_no, table_name, line_no, fault_no)
);

-- Every version of every accepted row, some hundred in a row of this table, deflated: the deliveries' number that brought
-- them, and of each its line, its state and its values. bucket: all rows about one unit of assessment lie in one; 64 holds
-- rows about households or persons nobody introduced, 65 rows about nobody in particular. Of the versions of one row the
-- newest that is known is in force, so what an unpublished delivery writes is seen by nobody.
create table if not exists fact_page (
  bucket smallint not null,
  table_name varchar(40)${codepoint} not null,
  delivery_no integer not null,
  page_no integer not null,
  content ${bytes} not null,
  primary key (bucket, table_name, delivery_no, page_no)
);

create index if not exists fact_page_delivery on fact_page (delivery_no);

-- Rows in force that an accepted file did not bring again: gone, or their new version rejected. They keep counting.
-- content: the values in the order of the table's columns, joined by U+001F. settled_delivery: the one that answered.
create table if not exists absent_row (
  delivery_no integer not null,
  table_name varchar(40)${codepoint} not null,
  since_delivery integer not null,
  line_no integer not null,
  content varchar(6000)${codepoint} not null,
  settled_delivery integer,
  primary key (delivery_no, table_name, since_delivery, line_no)
);

-- The households whose bucket is not the one that their number says, for they joined others.
create table if not exists moved_household (
  household_no varchar(16)${codepoint} not null primary key,
  bucket smallint not null
);

-- What the checks of units found at the last import, kept so that the next one looks at those units only of which
-- something is new. home: the smallest household number of the unit, or whom a row is about that no unit has. level: BLOCK,
-- WARN, RECONCILE.
create table if not exists unit_finding (
  home varchar(20)${codepoint} not null,
  check_no varchar(4)${codepoint} not null,
  level varchar(10)${codepoint} not null,
  household_no varchar(16)${codepoint} not null,
  subject varchar(20)${codepoint} not null,
  table_name varchar(40)${codepoint} not null,
  line_no integer,
  message varchar(1000)${codepoint} not null,
  handling varchar(200)${codepoint} not null
);

create index if not exists unit_finding_home on unit_finding (home);

-- One row: the deliveries and the day that was about, and the SHA-256 of the program that looked.
create table if not exists unit_look (
  known_delivery integer not null,
  as_of date not null,
  program varchar(64)${codepoint} not null
);


-- The last assessment, made anew by every run. Nothing here is money.

-- What a run works out, some hundred rows in a row of this table, deflated. kind: LINE (lines to be posted), HOUSEHOLD,
-- PENDING, ACTION, FINDING and BLOCK (what blocking checks found). Rows of one run_no are sorted; a reader merges the runs.
create table if not exists assessed_page (
  kind varchar(10)${codepoint} not null,
  run_no integer not null,
  page_no integer not null,
  row_count integer not null,
  content ${bytes} not null,
  primary key (kind, run_no, page_no)
);

-- Annex 1: what each bucket of units adds to a figure. row_no 1 to 11.
create table if not exists assessed_figure (
  bucket integer not null,
  row_no smallint not null,
  town varchar(12)${codepoint} not null,
  figure bigint not null,
  primary key (bucket, row_no, town)
);


-- Packs of files that change the policy of the program. A pack is code: it counts only when another person, who works under
-- another user, approved what was registered. Rows are only ever inserted.

-- sha256: over the pack's files, hex.
create table if not exists policy_pack (
  sha256 varchar(64)${codepoint} primary key,
  title varchar(400)${codepoint} not null,
  registered_by varchar(200)${codepoint} not null,
  registered_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  registered_at timestamp not null,
  constraint pack_registrar unique (sha256, registered_by, registered_user)
);

-- The files as they were registered, so that every later month is decided by the same ones.
create table if not exists policy_pack_file (
  sha256 varchar(64)${codepoint} not null references policy_pack,
  path varchar(100)${codepoint} not null,
  content varchar(300000)${codepoint} not null,
  primary key (sha256, path)
);

-- approval_no: which pack was approved later. A pack in force is followed only by one that was approved after it.
create table if not exists policy_approval (
  sha256 varchar(64)${codepoint} primary key,
  approval_no integer not null,
  registered_by varchar(200)${codepoint} not null,
  registered_user varchar(200)${codepoint} not null,
  approved_by varchar(200)${codepoint} not null,
  approved_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  approved_at timestamp not null,
  constraint approvals_in_turn unique (approval_no),
  constraint approval_of_pack foreign key (sha256, registered_by, registered_user)
    references policy_pack (sha256, registered_by, registered_user),
  constraint policy_four_eyes check (approved_by <> registered_by and approved_user <> registered_user)
);


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

-- Our own register of runs. kind: RUN, IMPORT, ASSESS, CORRECTION. status: RUNNING (under way or killed: the lock tells
-- which), FAILED, COMPLETED. posting_month is yyyymm, empty for imports; manifest_sha256 is that of the manifest it left in
-- the folder. policy_pack: the pack that it was given; empty: the policy of the program.
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
  manifest_sha256 varchar(64)${codepoint},
  policy_pack varchar(64)${codepoint}
);

-- Who asked for a posting outside the monthly run, and why. The run itself is in job_run with kind CORRECTION.
create table if not exists correction_run (
  run_no integer primary key references job_run,
  operator varchar(200)${codepoint} not null,
  login_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  noted_at timestamp not null
);

-- The tables of Spring Batch's own metadata, from the script that it ships for each database.
${batch_tables}


-- The ledger. Lines are only ever inserted.

-- The last posting of each month, kept to show an earlier month as it was. policy_pack: the one that the month was last
-- posted by; empty: the policy of the program.
create table if not exists posted_month (
  posting_month integer primary key,
  known_delivery integer not null,
  run_no integer not null,
  policy_pack varchar(64)${codepoint} references policy_approval
);

create table if not exists closed_month (
  posting_month integer primary key,
  last_line_no bigint not null,
  closed_by varchar(200)${codepoint} not null,
  closed_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  closed_at timestamp not null
);

-- line_no: yyyymm and seven digits, so the primary key also finds the lines of a month; the first column of
-- ledger_line_once finds those of a household. line_key: a digest of the comparison key and the revision. Texts of
-- departments have at most 200 characters, which H2 counts as up to 400.
create table if not exists ledger_line (
  line_no bigint not null primary key,
  posting_month integer not null,
  household_no varchar(16)${codepoint} not null,
  line_key uuid not null,
  town varchar(12)${codepoint} not null,
  village varchar(400)${codepoint} not null,
  subject varchar(18)${codepoint} not null,
  subject_name varchar(400)${codepoint} not null,
  clause varchar(10)${codepoint} not null,
  title varchar(100)${codepoint} not null,
  period varchar(410)${codepoint} not null,
  accrued_on date not null,
  payer_level varchar(12)${codepoint} not null,
  payer_town varchar(12)${codepoint} not null,
  fund varchar(400)${codepoint} not null,
  payee_kind varchar(24)${codepoint} not null,
  payee varchar(400)${codepoint} not null,
  amount_fen bigint not null,
  original_line_no bigint,
  reason varchar(10)${codepoint} not null,
  correction varchar(10)${codepoint} not null,
  revision integer not null,
  evidence varchar(4000)${codepoint} not null,
  constraint ledger_line_once unique (household_no, line_key),
  constraint reversal_is_negative check
    ((amount_fen > 0 and original_line_no is null) or (amount_fen < 0 and original_line_no is not null))
);

-- Every reversing line once more, so that only reversals pay for the index that forbids a second one.
create table if not exists reversal (
  original_line_no bigint not null,
  line_no bigint not null references ledger_line,
  constraint reversed_once primary key (original_line_no),
  constraint reverses_a_line foreign key (original_line_no) references ledger_line
);

-- A chain of hashes over the ledger in the order of the lines' numbers: each seal covers the lines after the one before it,
-- and that seal's hash. Lines posted before there were seals are sealed by the next posting.
create table if not exists ledger_seal (
  seal_no integer primary key,
  last_line_no bigint not null references ledger_line,
  line_count integer not null,
  hash varchar(64)${codepoint} not null
);


-- From prepared to sent. Rows are only ever inserted: every change of state is a row that says who, when and why.

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

create or replace view unsent_batch as
  select b.batch_no, b.posting_month, b.first_line_no, b.last_line_no from payment_batch b
  where b.needs_approval and not exists (select 1 from batch_dispatch d where d.batch_no = b.batch_no);

-- The bank profiles that files were written with, as their operators gave them, so that an issued file can be written the
-- same for ever. sha256: of the document in UTF-8, hex.
create table if not exists bank_profile (
  sha256 varchar(64)${codepoint} not null primary key,
  name varchar(400)${codepoint} not null,
  document varchar(100000)${codepoint} not null
);

-- A bank file; batch_no counts the batches of one fund, payer and month, payment_batch is the one that prepared it. Never
-- changed once issued.
create table if not exists bank_file (
  file_name varchar(200)${codepoint} not null primary key,
  posting_month integer not null,
  fund varchar(400)${codepoint} not null,
  payer_level varchar(12)${codepoint} not null,
  payer_town varchar(12)${codepoint} not null,
  batch_no integer not null,
  profile varchar(64)${codepoint} not null references bank_profile,
  payment_batch integer,
  constraint bank_file_batch unique (posting_month, fund, payer_level, payer_town, batch_no)
);

-- amount_fen is the sum of the lines; the bank gets amount_fen - set_off_fen. A row that is set off to nothing is in no
-- file.
create table if not exists bank_row (
  detail_no varchar(20)${codepoint} not null primary key,
  file_name varchar(200)${codepoint} references bank_file,
  row_no integer not null,
  household_no varchar(16)${codepoint} not null,
  account varchar(400)${codepoint} not null,
  account_name varchar(400)${codepoint} not null,
  bank_name varchar(400)${codepoint} not null,
  bank_code varchar(400)${codepoint} not null,
  amount_fen bigint not null check (amount_fen > 0),
  set_off_fen bigint default 0 not null check (set_off_fen >= 0 and set_off_fen <= amount_fen),
  constraint bank_row_place unique (file_name, row_no),
  constraint bank_row_household unique (file_name, household_no),
  constraint bank_row_in_file check ((file_name is null) = (set_off_fen = amount_fen))
);

-- A bank row that pays nothing any more: withdrawn before it was sent, or returned by the bank and issued anew, or given back
-- by the bank and never paid again, its lines held with the code WRITTEN_OFF. kind: WITHDRAWN, REISSUED, WRITTENOFF.
create table if not exists bank_row_end (
  detail_no varchar(20)${codepoint} primary key references bank_row,
  posting_month integer not null,
  kind varchar(10)${codepoint} not null,
  ended_by varchar(200)${codepoint} not null,
  ended_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  ended_at timestamp not null
);

-- Which bank row pays a line. The next attempt needs the end of the one before, so a line never has two live ones. Lines of
-- other payees leave with the settlement lists of the month that posts them, so only what goes to a bank needs a row.
-- set_off_fen: what of the line the bank row does not pay.
create table if not exists bank_line (
  line_no bigint not null references ledger_line,
  attempt integer not null,
  detail_no varchar(20)${codepoint} not null references bank_row,
  posting_month integer not null,
  batch_no integer not null references payment_batch,
  after_detail_no varchar(20)${codepoint} references bank_row_end,
  set_off_fen bigint default 0 not null check (set_off_fen >= 0),
  constraint bank_line_once primary key (line_no, attempt),
  constraint bank_line_detail unique (detail_no, line_no),
  constraint one_successor unique (line_no, after_detail_no),
  constraint attempts_in_turn check
    ((attempt = 0 and after_detail_no is null) or (attempt > 0 and after_detail_no is not null)),
  constraint after_an_attempt foreign key (after_detail_no, line_no) references bank_line (detail_no, line_no)
);


-- What the bank answered.

-- raw: the file as it came.
create table if not exists bank_answer_file (
  sha256 varchar(64)${codepoint} primary key,
  file_name varchar(200)${codepoint} not null,
  profile varchar(64)${codepoint} not null references bank_profile,
  received_by varchar(200)${codepoint} not null,
  received_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  received_at timestamp not null
);

-- The newest answer about a row counts. answered_on: the day the bank names, else the day of reception in China; a payment
-- that is given back later has a later one.
create table if not exists bank_answer (
  detail_no varchar(20)${codepoint} not null references bank_row,
  answer_no integer not null,
  file_sha256 varchar(64)${codepoint} not null references bank_answer_file,
  line_no integer not null,
  outcome varchar(10)${codepoint} not null,
  code varchar(200)${codepoint} not null,
  message varchar(1000)${codepoint} not null,
  answered_on date,
  primary key (detail_no, answer_no)
);

-- What counts of a row.
create or replace view newest_answer as
  select a.detail_no, a.answer_no, a.outcome, a.answered_on from bank_answer a where a.answer_no =
    (select max(b.answer_no) from bank_answer b where b.detail_no = a.detail_no);

create or replace view returned_row as
  select a.detail_no from bank_answer a where a.outcome = 'FAILURE' and a.answer_no =
    (select max(b.answer_no) from bank_answer b where b.detail_no = a.detail_no);

-- The rows that the bank got. A row that ended without an answer was withdrawn before its batch was sent.
create or replace view sent_row as
  select r.detail_no, r.file_name, r.row_no, r.account, r.amount_fen - r.set_off_fen as amount_fen
  from bank_row r join bank_file f on f.file_name = r.file_name
  where not exists (select 1 from unsent_batch u where u.batch_no = f.payment_batch)
    and (not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)
      or exists (select 1 from bank_answer a where a.detail_no = r.detail_no));


-- Money that waits.

-- Why an unsent line did not leave: holds from the posting of this month until its next row here, or until it leaves or is
-- cancelled. code: NO_PAYER, NO_ACCOUNT, ACCOUNT_CHECK, NAME_ENCODING, WRITTEN_OFF, ACCOUNT_CHANGED, CARDHOLDER_DEAD.
create table if not exists held_line (
  line_no bigint not null references ledger_line,
  posting_month integer not null,
  code varchar(20)${codepoint} not null,
  primary key (line_no, posting_month)
);

-- What a household's money was held for, exactly as it was seen: once approval is used here, money on its way to a doubtful
-- account waits until a second person looked. codes: those of held_line that applied, the first is the one in held.csv;
-- commas between. account: digits. shared_with: the other households paid into it, commas between. paid_account: of the last
-- payment, when it is another. The newest row of a household is its open question. Rows are only ever inserted.
create table if not exists account_hold (
  hold_no integer primary key,
  household_no varchar(16)${codepoint} not null,
  posting_month integer not null,
  codes varchar(100)${codepoint} not null,
  account varchar(400)${codepoint} not null,
  account_name varchar(400)${codepoint} not null,
  holder_id varchar(18)${codepoint} not null,
  holder_died_on date,
  shared_with varchar(100000)${codepoint} not null,
  paid_account varchar(400)${codepoint} not null,
  run_no integer not null,
  held_by varchar(200)${codepoint} not null,
  held_user varchar(200)${codepoint} not null,
  held_at timestamp not null,
  constraint hold_preparer unique (hold_no, held_by, held_user)
);

create index if not exists account_hold_household on account_hold (household_no, hold_no);

-- Whoever releases is another person and works under another user than whoever prepared when it was held.
-- through_line_no, through_batch_no: the last ledger line and the last batch there were then.
create table if not exists hold_release (
  hold_no integer primary key,
  held_by varchar(200)${codepoint} not null,
  held_user varchar(200)${codepoint} not null,
  released_by varchar(200)${codepoint} not null,
  released_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  released_at timestamp not null,
  through_line_no bigint not null,
  through_batch_no integer not null,
  constraint release_of_hold foreign key (hold_no, held_by, held_user)
    references account_hold (hold_no, held_by, held_user),
  constraint release_four_eyes check (released_by <> held_by and released_user <> held_user)
);

-- One row: batches up to this one were prepared before accounts were watched.
create table if not exists account_watch (
  after_batch_no integer not null
);

insert into account_watch (after_batch_no) select 0 where not exists (select 1 from account_watch);


-- Money that must come back. Rows are only ever inserted.

-- Reversals of money that had left: it is to be got back. A reversal of any other line cancels it.
create table if not exists recovery (
  line_no bigint primary key references ledger_line,
  original_line_no bigint not null references reversal
);

-- What becomes of a recovery. kind: DECIDED, COLLECTED (a part or all of it), WAIVED (the rest), SET_OFF (collected by
-- set-off), RESTORED (a set-off that was given back). posting_month: the first whose files show the event, the one after the
-- last posted, so that files written before stay as they are.
create table if not exists recovery_event (
  line_no bigint not null references recovery,
  event_no integer not null,
  kind varchar(10)${codepoint} not null,
  amount_fen bigint not null check (amount_fen >= 0),
  done_by varchar(200)${codepoint} not null,
  done_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  done_at timestamp not null,
  posting_month integer default 0 not null,
  primary key (line_no, event_no),
  constraint recovery_event_doer unique (line_no, event_no, done_by, done_user)
);

-- Set-off: by decision of a second person, later payments to a household pay what it owes. A recovery may be set off from the
-- decision on, until it is withdrawn. most_fen: in all; most_fen_per_month: in each posting month; null = as much as is open.
-- claim_event_no: the event that decided the recovery; whoever decides to set off is another person and works under another
-- user.
create table if not exists set_off_decision (
  decision_no integer primary key,
  recovery_line_no bigint not null references recovery,
  claim_event_no integer not null,
  claimed_by varchar(200)${codepoint} not null,
  claimed_user varchar(200)${codepoint} not null,
  most_fen bigint check (most_fen > 0),
  most_fen_per_month bigint check (most_fen_per_month > 0),
  decided_by varchar(200)${codepoint} not null,
  decided_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  decided_at timestamp not null,
  constraint set_off_four_eyes check (decided_by <> claimed_by and decided_user <> claimed_user),
  constraint set_off_of_claim foreign key (recovery_line_no, claim_event_no, claimed_by, claimed_user)
    references recovery_event (line_no, event_no, done_by, done_user)
);

create table if not exists set_off_withdrawal (
  decision_no integer primary key references set_off_decision,
  withdrawn_by varchar(200)${codepoint} not null,
  withdrawn_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  withdrawn_at timestamp not null
);

-- What of a line goes to no bank because it pays a recovery, from the bank row on that was prepared with it. It stays with
-- the line when the bank gives that row back. Counts as collected once batch_no is sent.
create table if not exists set_off (
  set_off_no integer primary key,
  decision_no integer not null references set_off_decision,
  line_no bigint not null references ledger_line,
  detail_no varchar(20)${codepoint} not null references bank_row,
  batch_no integer not null references payment_batch,
  posting_month integer not null,
  amount_fen bigint not null check (amount_fen > 0),
  constraint set_off_once unique (line_no, decision_no, detail_no)
);

-- Given back: its row was withdrawn before it was sent, or its line was reversed and never arrived.
create table if not exists set_off_end (
  set_off_no integer primary key references set_off,
  posting_month integer not null,
  ended_by varchar(200)${codepoint} not null,
  ended_user varchar(200)${codepoint} not null,
  ended_at timestamp not null
);
