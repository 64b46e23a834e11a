-- The last assessment, made anew by every run. Nothing here is money; the ledger is in V3. Texts of departments have at
-- most 200 characters, which H2 counts as up to 400.

create table if not exists assessed_household (
  household_no varchar(16)${codepoint} not null primary key,
  head_name varchar(400)${codepoint} not null,
  town varchar(12)${codepoint} not null,
  village varchar(400)${codepoint} not null,
  persons integer not null,
  income_fen bigint not null,
  per_head_fen bigint,
  group_1 varchar(2)${codepoint} not null,
  group_2 varchar(2)${codepoint} not null,
  group_3 varchar(2)${codepoint} not null,
  reason_code varchar(40)${codepoint} not null,
  proposal varchar(10)${codepoint} not null,
  pending_items integer not null
);

create table if not exists assessed_pending (
  household_no varchar(16)${codepoint} not null,
  subject varchar(18)${codepoint} not null,
  clause varchar(10)${codepoint} not null,
  period varchar(410)${codepoint} not null,
  code varchar(40)${codepoint} not null,
  least_fen bigint,
  most_fen bigint
);

create table if not exists assessed_action (
  household_no varchar(16)${codepoint} not null,
  subject varchar(18)${codepoint} not null,
  clause varchar(10)${codepoint} not null,
  action varchar(40)${codepoint} not null,
  action_value varchar(40)${codepoint} not null
);

-- Annex 1: what each bucket of units adds to a figure. row_no 1 to 11.
create table if not exists assessed_figure (
  bucket integer not null,
  row_no smallint not null,
  town varchar(12)${codepoint} not null,
  figure bigint not null,
  primary key (bucket, row_no, town)
);

-- What the cross-checks found. level: BLOCK, WARN, RECONCILE.
create table if not exists finding (
  check_no varchar(4)${codepoint} not null,
  level varchar(10)${codepoint} not null,
  household_no varchar(16)${codepoint} not null,
  subject varchar(20)${codepoint} not null,
  table_name varchar(40)${codepoint} not null,
  line_no integer,
  message varchar(1000)${codepoint} not null,
  handling varchar(200)${codepoint} not null
);
