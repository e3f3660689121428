-- A code of an authenticator works once: the last time step (RFC 6238) that was used.
alter table account add column used_step bigint;

-- What was given by hand, apart from what municipal sign-on adds to it: only the latter is taken back. Nobody knows where the roles until now came from, so they stay.
alter table member add column by_hand text check (by_hand in ('reader', 'editor', 'approver', 'administrator'));
-- Forced row security would hide the rows from the owner of the tables too.
alter table member no force row level security;
update member set by_hand = role;
alter table member force row level security;

-- A form is claimed before it is done, by whoever sends it to that page; what was remembered until now was for a day and for nobody in particular.
truncate done_form;
alter table done_form
    drop constraint done_form_pkey,
    add column account_id uuid not null references account (id) on delete cascade,
    add column page text not null,
    add column claim uuid not null,
    add column claimed_until timestamptz not null,
    alter column answer drop not null,
    add primary key (office_id, account_id, page, form_id);
create index done_form_account on done_form (account_id);
