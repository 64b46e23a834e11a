-- Its rows are in bank_line since V6.
drop table if exists sent_line;
