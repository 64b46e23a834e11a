-- Once approval is used here, money on its way to a doubtful account waits until a second person looked. Rows are only ever
-- inserted.

-- What a household's money was held for, exactly as it was seen. codes: those of held_line that applied, the first is the
-- one in held.csv; commas between. account: digits. shared_with: the other households paid into it, commas between.
-- paid_account: of the last payment, when it is another. The newest row of a household is its open question.
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

insert into account_watch
  select (select coalesce(max(b.batch_no), 0) from payment_batch b) where not exists (select 1 from account_watch);
