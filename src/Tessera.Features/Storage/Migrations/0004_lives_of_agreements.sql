-- Registers are kept here now: a partner may leave the lists without being lost, an agreement has its term, its life step by step, and the partner's half.
-- The version of a partner rises with every change of it, its facts or its agreements, so that of two editors the second sees what the first did.
alter table partner
    add column why local_text not null default '{}',
    add column archived_on text,
    add column version int not null default 1;

alter table agreement
    add column signatories text[] not null default '{}',
    add column until text,
    add column notice_months int check (notice_months between 0 and 60),
    add column renews_for_years int check (renews_for_years between 1 and 50),
    add column steps jsonb not null default '[]' check (jsonb_typeof(steps) = 'array'),
    add column theirs jsonb;

create index change_subject on change (office_id, subject, key, at desc);
