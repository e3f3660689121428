-- The keys by which the program protects its forms and cookies, shared by all its processes: a form survives a restart.
create table protection_key (
    name text primary key,
    xml text not null,
    created_at timestamptz not null default now()
);
alter table protection_key enable row level security;
alter table protection_key force row level security;
create policy program on protection_key using (true) with check (true);
grant select, insert on protection_key to tessera_app;
