-- A code of an authenticator works once: the last time step (RFC 6238) that was used.
alter table account add column used_step bigint;
