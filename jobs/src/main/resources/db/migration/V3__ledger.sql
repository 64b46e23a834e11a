-- The ledger and what was sent of it. Lines are only ever inserted.

-- The last posting of each month, kept to show an earlier month as it was.
create table if not exists posted_month (
  posting_month integer primary key,
  known_delivery integer not null,
  run_no integer not null
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

-- The bank profiles that files were written with, as their operators gave them, so that an issued file can be written the
-- same for ever. sha256: of the document in UTF-8, hex.
create table if not exists bank_profile (
  sha256 varchar(64)${codepoint} not null primary key,
  name varchar(400)${codepoint} not null,
  document varchar(100000)${codepoint} not null
);

-- A bank file; batch_no counts the batches of one fund, payer and month. Never changed once issued.
create table if not exists bank_file (
  file_name varchar(200)${codepoint} not null primary key,
  posting_month integer not null,
  fund varchar(400)${codepoint} not null,
  payer_level varchar(12)${codepoint} not null,
  payer_town varchar(12)${codepoint} not null,
  batch_no integer not null,
  profile varchar(64)${codepoint} not null references bank_profile,
  constraint bank_file_batch unique (posting_month, fund, payer_level, payer_town, batch_no)
);

create table if not exists bank_row (
  detail_no varchar(20)${codepoint} not null primary key,
  file_name varchar(200)${codepoint} not null references bank_file,
  row_no integer not null,
  household_no varchar(16)${codepoint} not null,
  account varchar(400)${codepoint} not null,
  account_name varchar(400)${codepoint} not null,
  bank_name varchar(400)${codepoint} not null,
  bank_code varchar(400)${codepoint} not null,
  amount_fen bigint not null check (amount_fen > 0),
  constraint bank_row_place unique (file_name, row_no),
  constraint bank_row_household unique (file_name, household_no)
);

-- A line leaves at most once. Lines of other payees leave with the settlement lists of the month that posts them, so only
-- what goes to a bank needs a row.
create table if not exists sent_line (
  line_no bigint not null primary key references ledger_line,
  posting_month integer not null,
  detail_no varchar(20)${codepoint} not null references bank_row
);

create index if not exists sent_line_detail on sent_line (detail_no, line_no);

-- Why an unsent line did not leave: holds from the posting of this month until its next row here, or until it leaves or is
-- cancelled. code: NO_PAYER, NO_ACCOUNT, ACCOUNT_CHECK, NAME_ENCODING.
create table if not exists held_line (
  line_no bigint not null references ledger_line,
  posting_month integer not null,
  code varchar(20)${codepoint} not null,
  primary key (line_no, posting_month)
);
