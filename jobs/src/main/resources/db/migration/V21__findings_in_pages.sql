-- Findings are kept as rows of assessed_page too, kinds FINDING and BLOCK: the rows that blocking checks found.
drop table if exists finding;
