-- Who asked for a posting outside the monthly run, and why. The run itself is in job_run with kind CORRECTION.
create table if not exists correction_run (
  run_no integer primary key references job_run,
  operator varchar(200)${codepoint} not null,
  login_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  noted_at timestamp not null
);
