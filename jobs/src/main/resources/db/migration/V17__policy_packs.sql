-- Packs of files that change the policy of the program. A pack is code: it counts only when another person, who works under
-- another user, approved what was registered. Rows are only ever inserted.

-- sha256: over the pack's files, hex.
create table if not exists policy_pack (
  sha256 varchar(64)${codepoint} primary key,
  title varchar(400)${codepoint} not null,
  registered_by varchar(200)${codepoint} not null,
  registered_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  registered_at timestamp not null,
  constraint pack_registrar unique (sha256, registered_by, registered_user)
);

-- The files as they were registered, so that every later month is decided by the same ones.
create table if not exists policy_pack_file (
  sha256 varchar(64)${codepoint} not null references policy_pack,
  path varchar(100)${codepoint} not null,
  content varchar(300000)${codepoint} not null,
  primary key (sha256, path)
);

-- approval_no: which pack was approved later. A pack in force is followed only by one that was approved after it.
create table if not exists policy_approval (
  sha256 varchar(64)${codepoint} primary key,
  approval_no integer not null,
  registered_by varchar(200)${codepoint} not null,
  registered_user varchar(200)${codepoint} not null,
  approved_by varchar(200)${codepoint} not null,
  approved_user varchar(200)${codepoint} not null,
  reason varchar(1000)${codepoint} not null,
  approved_at timestamp not null,
  constraint approvals_in_turn unique (approval_no),
  constraint approval_of_pack foreign key (sha256, registered_by, registered_user)
    references policy_pack (sha256, registered_by, registered_user),
  constraint policy_four_eyes check (approved_by <> registered_by and approved_user <> registered_user)
);

-- The pack that a run was given, and the one that a month was last posted by; empty: the policy of the program.
alter table job_run add column if not exists policy_pack varchar(64)${codepoint};

alter table posted_month add column if not exists policy_pack varchar(64)${codepoint} references policy_approval;
