-- Set-off: by decision of a second person, later payments to a household pay what it owes. Rows are only ever inserted.

-- A recovery may be set off from now on, until the decision is withdrawn. most_fen: in all; most_fen_per_month: in each
-- posting month; null = as much as is open. claim_event_no: the event that decided the recovery; whoever decides to set off
-- is another person and works under another user.
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
  constraint set_off_four_eyes check (decided_by <> claimed_by and decided_user <> claimed_user)
);

alter table set_off_decision drop constraint if exists set_off_of_claim;
alter table recovery_event drop constraint if exists recovery_event_doer;
alter table recovery_event add constraint recovery_event_doer unique (line_no, event_no, done_by, done_user);
alter table set_off_decision add constraint set_off_of_claim
  foreign key (recovery_line_no, claim_event_no, claimed_by, claimed_user)
  references recovery_event (line_no, event_no, done_by, done_user);

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

-- amount_fen stays the sum of the lines; the bank gets amount_fen - set_off_fen. A row that is set off to nothing is in no
-- file.
alter table bank_row alter column file_name drop not null;
alter table bank_row add column if not exists set_off_fen bigint default 0 not null
  check (set_off_fen >= 0 and set_off_fen <= amount_fen);
alter table bank_row drop constraint if exists bank_row_in_file;
alter table bank_row add constraint bank_row_in_file check ((file_name is null) = (set_off_fen = amount_fen));

-- What of the line the row does not pay.
alter table bank_line add column if not exists set_off_fen bigint default 0 not null check (set_off_fen >= 0);

create or replace view sent_row as
  select r.detail_no, r.file_name, r.row_no, r.account, r.amount_fen - r.set_off_fen as amount_fen
  from bank_row r join bank_file f on f.file_name = r.file_name
  where not exists (select 1 from unsent_batch u where u.batch_no = f.payment_batch)
    and (not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)
      or exists (select 1 from bank_answer a where a.detail_no = r.detail_no));

-- Beside the kinds of recovery_event in V6: SET_OFF, collected by set-off; RESTORED, a set-off that was given back.
