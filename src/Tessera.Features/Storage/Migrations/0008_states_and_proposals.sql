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

-- Two documents of one title at a partner are two versions. What was numbered twice is numbered anew; the owner must see the rows for it.
alter table document no force row level security;
update document d set version = n.version
    from (select id, row_number() over (partition by partner_id, title order by version, uploaded_at, id) as version from document) n
    where n.id = d.id and n.version <> d.version;
alter table document force row level security;
alter table document add constraint document_version unique (office_id, partner_id, title, version);

-- An event that would end an authority which other offices use too waits for the host.
create table authority_proposal (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    authority_id uuid not null references authority (id),
    partner_key item_key not null,
    kind text not null check (kind in ('merger', 'split', 'rename', 'transfer', 'abolition')),
    date text not null,
    to_key item_key,
    successor local_text not null,
    note local_text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    is_confirmed boolean,
    reason text,
    check ((decided_at is null) = (is_confirmed is null) and (decided_at is null) = (decided_by is null))
);
create index authority_proposal_office on authority_proposal (office_id, authority_id);
create unique index authority_proposal_waiting on authority_proposal (authority_id) where decided_at is null;

do $$
declare owned text;
begin
    foreach owned in array array['contact_state', 'authority_proposal']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
revoke update on contact_state from tessera_app;
create policy host_reads on authority_proposal for select using (is_host());
create policy host_decides on authority_proposal for update using (is_host()) with check (is_host());
