-- Why a member left before the end of the term is not always known: what is taken over from a file may not say it.
alter table delegation_seating drop constraint delegation_seating_ending_check;
alter table delegation_seating add constraint delegation_seating_ending_check check (ending in ('lost-mandate', 'resigned', 'died', 'moved', 'term-ended', 'unknown'));

-- Letters to associations wait like others until the mail server takes them.
alter table letter add column delegation_proposer_id uuid;
alter table letter add foreign key (office_id, delegation_proposer_id) references delegation_proposer (office_id, id) on delete cascade;
alter table letter drop constraint letter_to_one;
alter table letter add constraint letter_to_one check (num_nonnulls(guest_id, registration_id, asking_id, activity_letter_id, tour_application_id, delegation_proposer_id) = 1);
create index letter_delegation_proposer on letter (office_id, delegation_proposer_id);
