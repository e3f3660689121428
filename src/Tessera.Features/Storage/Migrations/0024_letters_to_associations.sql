-- Why a member left before the end of the term is not always known: what is taken over from a file may not say it.
alter table delegation_seating drop constraint delegation_seating_ending_check;
alter table delegation_seating add constraint delegation_seating_ending_check check (ending in ('lost-mandate', 'resigned', 'died', 'moved', 'term-ended', 'unknown'));
