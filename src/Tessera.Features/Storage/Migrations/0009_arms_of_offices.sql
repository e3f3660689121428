-- An office's coat of arms or logo, as it is shown: at most one.
create table office_arms (
    office_id int primary key default current_office() references office (id),
    media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
    hash bytea not null check (length(hash) = 32),
    content bytea not null check (length(content) between 1 and 524288)
);
alter table office_arms enable row level security;
alter table office_arms force row level security;
create policy own_office on office_arms using (office_id = current_office()) with check (office_id = current_office());
grant select, insert, update, delete on office_arms to tessera_app;
