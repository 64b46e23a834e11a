-- The last assessment, made anew by every run. Nothing here is money; the ledger is in V3.

-- What a run works out, some hundred rows in a row of this table, deflated. kind: LINE (lines to be posted), HOUSEHOLD,
-- PENDING, ACTION. Rows of one run_no are sorted; a reader merges the runs.
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
