-- A first start may be killed in the middle of a script, and H2 commits each statement at once: every script can be begun
-- again ("if not exists").

-- What the departments delivered. The same script runs on H2 and PostgreSQL; ${bytes} is the type of a byte string and
-- ${codepoint} makes a text column sort by Unicode code point (H2 does so by itself, save beyond the basic plane).

-- status: RECEIVING (nobody sees what it brought yet), PUBLISHED. fingerprint: of the files' names and bytes.
create table if not exists delivery (
  delivery_no integer primary key,
  as_of date not null,
  fingerprint varchar(64)${codepoint} not null,
  status varchar(10)${codepoint} not null,
  received_at timestamp not null
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
