-- The day the bank names, else the day of reception in China: a payment that is given back later has a later one.
alter table bank_answer add column if not exists answered_on date;

-- What counts of a row.
create or replace view newest_answer as
  select a.detail_no, a.answer_no, a.outcome, a.answered_on from bank_answer a where a.answer_no =
    (select max(b.answer_no) from bank_answer b where b.detail_no = a.detail_no);

-- The rows that the bank got. A row that ended without an answer was withdrawn before its batch was sent.
create or replace view sent_row as
  select r.detail_no, r.file_name, r.row_no, r.account, r.amount_fen
  from bank_row r join bank_file f on f.file_name = r.file_name
  where not exists (select 1 from unsent_batch u where u.batch_no = f.payment_batch)
    and (not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)
      or exists (select 1 from bank_answer a where a.detail_no = r.detail_no));

-- Beside the kinds of bank_row_end in V6: WRITTENOFF, given back by the bank and never paid again. Its lines are held with
-- the code WRITTEN_OFF.
