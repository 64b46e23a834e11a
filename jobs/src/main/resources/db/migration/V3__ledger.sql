-- The ledger and what was sent of it. Lines are only ever inserted.

-- The last posting of each month, kept to show an earlier month as it was.
create table if not exists posted_month (
  posting_month integer primary key,
  known_delivery integer not null,
  run_no integer not null
);

-- A line's number begins with its month, so the primary key also finds the lines of a month; the first column of
-- ledger_line_once finds those of a household.
create table if not exists ledger_line (
  line_no varchar(14)${codepoint} not null primary key,
  posting_month integer not null,
  household_no varchar(16)${codepoint} not null,
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
  original_line_no varchar(14)${codepoint} references ledger_line,
  reason varchar(10)${codepoint} not null,
  correction varchar(10)${codepoint} not null,
  revision integer not null,
  evidence varchar(4000)${codepoint} not null,
  constraint ledger_line_once unique
    (household_no, clause, subject, period, payer_level, payer_town, payee_kind, payee, fund, revision),
  constraint reversed_once unique (original_line_no),
  constraint reversal_is_negative check
    ((amount_fen > 0 and original_line_no is null) or (amount_fen < 0 and original_line_no is not null))
);

-- Lines a run would post, until the one transaction that numbers and publishes them. sort_key: the line's key in UTF-8,
-- so that every database orders by code point.
create table if not exists staged_line (
  sort_key ${bytes} not null primary key,
  household_no varchar(16)${codepoint} not null,
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
  original_line_no varchar(14)${codepoint},
  reason varchar(10)${codepoint} not null,
  correction varchar(10)${codepoint} not null,
  revision integer not null,
  evidence varchar(4000)${codepoint} not null
);

-- A bank file; batch_no counts the batches of one fund, payer and month. Never changed once issued.
create table if not exists bank_file (
  file_name varchar(200)${codepoint} not null primary key,
  posting_month integer not null,
  fund varchar(400)${codepoint} not null,
  payer_level varchar(12)${codepoint} not null,
  payer_town varchar(12)${codepoint} not null,
  batch_no integer not null,
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

-- A line leaves at most once: in a bank row, or in a settlement list (detail_no null).
create table if not exists sent_line (
  line_no varchar(14)${codepoint} not null primary key references ledger_line,
  posting_month integer not null,
  detail_no varchar(20)${codepoint} references bank_row
);

create index if not exists sent_line_detail on sent_line (detail_no, posting_month, line_no);

-- Why an unsent line did not leave: holds from the posting of this month until its next row here, or until it leaves or is
-- cancelled. code: NO_PAYER, NO_ACCOUNT, ACCOUNT_CHECK, NAME_ENCODING.
create table if not exists held_line (
  line_no varchar(14)${codepoint} not null references ledger_line,
  posting_month integer not null,
  code varchar(20)${codepoint} not null,
  primary key (line_no, posting_month)
);
