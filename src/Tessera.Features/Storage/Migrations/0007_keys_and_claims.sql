-- A code of an authenticator works once: the last time step (RFC 6238) that was used.
alter table account add column used_step bigint;

-- What was given by hand, apart from what municipal sign-on adds to it: only the latter is taken back. Nobody knows where the roles until now came from, so they stay.
alter table member add column by_hand text check (by_hand in ('reader', 'editor', 'approver', 'administrator'));
update member set by_hand = role;
