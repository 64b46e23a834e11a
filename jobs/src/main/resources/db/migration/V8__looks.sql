-- What the checks of units found at the last import, kept so that the next one looks at those units only of which
-- something is new. home: the smallest household number of the unit, or whom a row is about that no unit has.
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
