-- What a contact was before each of its changes, so that it can be restored; it goes with the contact, and so an erased person never comes back.
alter table contact add unique (office_id, id);
create table contact_state (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    contact_id uuid not null,
    said text not null,
    folded text not null,
    foreign key (office_id, contact_id) references contact (office_id, id) on delete cascade
);
create index contact_state_contact on contact_state (office_id, contact_id);

do $$
declare owned text;
begin
    foreach owned in array array['contact_state']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
revoke update on contact_state from tessera_app;
