-- A chain of hashes over the ledger in the order of the lines' numbers: each seal covers the lines after the one before it,
-- and that seal's hash. Lines posted before there were seals are sealed by the next posting.
create table if not exists ledger_seal (
  seal_no integer primary key,
  last_line_no bigint not null references ledger_line,
  line_count integer not null,
  hash varchar(64)${codepoint} not null
);
