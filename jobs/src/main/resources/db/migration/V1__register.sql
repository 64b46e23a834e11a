-- What the departments delivered. The same script runs on H2 and PostgreSQL; ${bytes} is the type of a byte string and
-- ${codepoint} makes a text column sort by Unicode code point (H2 does so by itself, save beyond the basic plane).

-- status: RECEIVING (nobody sees what it brought yet), PUBLISHED. fingerprint: of the files' names and bytes.
create table delivery (
  delivery_no integer primary key,
  as_of date not null,
  fingerprint varchar(64) not null,
  status varchar(10) not null,
  received_at timestamp not null
);

-- One row per table a delivery brought. status: ACCEPTED, REFUSED, SAME (bytes of the last accepted file, whose counts
-- it repeats; its rejects stand there). Lists are joined by U+001F.
create table delivered_file (
  delivery_no integer not null references delivery,
  table_name varchar(40) not null,
  file_name varchar(200) not null,
  sha256 varchar(64) not null,
  size_bytes bigint not null,
  encoding varchar(20) not null,
  status varchar(10) not null,
  physical_lines bigint not null,
  header_lines bigint not null,
  blank_lines bigint not null,
  accepted_rows bigint not null,
  rejected_rows bigint not null,
  unknown_columns varchar(4000) not null,
  refusal varchar(2000),
  notes varchar(4000) not null,
  primary key (delivery_no, table_name)
);

-- Delivered bytes, gzip, in parts.
create table archived_part (
  sha256 varchar(64) not null,
  part_no integer not null,
  content ${bytes} not null,
  primary key (sha256, part_no)
);

create table rejected_row (
  delivery_no integer not null,
  table_name varchar(40) not null,
  line_no integer not null,
  raw ${bytes} not null,
  primary key (delivery_no, table_name, line_no)
);

create table rejected_cell (
  delivery_no integer not null,
  table_name varchar(40) not null,
  line_no integer not null,
  fault_no integer not null,
  column_name varchar(200) not null,
  cell_value varchar(4000) not null,
  reason_code varchar(20) not null,
  message varchar(1000) not null,
  primary key (delivery_no, table_name, line_no, fault_no)
);

-- Every version of every accepted row. A version is in force for whoever knows the deliveries since_delivery to
-- until_delivery - 1, so what an unpublished delivery writes is seen by nobody. state: 0 stands, 1 ended on the as-of day
-- of since_delivery (a confirmed disappearance), 2 was never true (a correcting delivery left it out). corrects: undated
-- columns count for all time. content: the values in the order of the table's columns, joined by U+001F; the key is in it.
-- subject is empty in tables that are about nobody in particular. There is no primary key: a second index would double
-- the cost of the dearest step of an import; table, since_delivery and line_no tell versions apart.
create table fact (
  subject varchar(20)${codepoint} not null,
  table_name varchar(40) not null,
  since_delivery integer not null,
  until_delivery integer not null,
  state smallint not null,
  corrects boolean not null,
  line_no integer not null,
  content varchar(6000) not null
);

create index fact_subject on fact (subject);

-- Rows in force that an accepted file did not bring again: gone, or their new version rejected. They keep counting.
create table absent_row (
  delivery_no integer not null,
  table_name varchar(40) not null,
  subject varchar(20)${codepoint} not null,
  since_delivery integer not null,
  line_no integer not null,
  primary key (delivery_no, table_name, since_delivery, line_no)
);

-- Households by unit of assessment, which is named by its smallest household number. The persons of a unit are those of
-- its member rows.
create table unit_household (
  household_no varchar(16)${codepoint} not null primary key,
  unit varchar(16)${codepoint} not null
);

create index unit_household_unit on unit_household (unit);
