-- The language in which an organiser is written to; without one in the office's first.
alter table organiser add column language text check (length(language) between 2 and 12);

-- Organisers asked by mail about the moves of a plan. The secret of the address stands here until the letter has gone; afterwards only its hash does.
create table season_asking (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    plan_id uuid not null,
    organiser_id uuid not null,
    asked_at timestamptz not null,
    asked_by text not null,
    moves jsonb not null,
    dropped jsonb not null,
    secret text check (length(secret) between 20 and 60),
    secret_hash bytea unique check (length(secret_hash) = 32),
    unique (office_id, id),
    foreign key (office_id, plan_id) references season_plan (office_id, id) on delete cascade,
    foreign key (office_id, organiser_id) references organiser (office_id, id) on delete cascade
);
create index season_asking_plan on season_asking (office_id, plan_id, asked_at);
create index season_asking_organiser on season_asking (office_id, organiser_id);

alter table season_asking enable row level security;
alter table season_asking force row level security;
create policy own_office on season_asking using (office_id = current_office()) with check (office_id = current_office());
grant select, insert, update, delete on season_asking to tessera_app;

alter table letter add column asking_id uuid;
alter table letter add foreign key (office_id, asking_id) references season_asking (office_id, id) on delete cascade;
alter table letter drop constraint letter_check;
alter table letter add constraint letter_to_one check (num_nonnulls(guest_id, registration_id, asking_id) = 1);
create index letter_asking on letter (office_id, asking_id);
