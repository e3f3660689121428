-- Pages that an office has had read: their text, and what was proposed of them and became of it.
create table reading (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    title text not null check (length(title) between 1 and 300),
    kind text not null check (kind in ('pasted', 'file', 'address')),
    address text check (length(address) <= 1000),
    text text not null,
    languages text[] not null,
    hash bytea not null check (length(hash) = 32),
    made_at timestamptz not null,
    made_by text not null,
    undone_at timestamptz,
    undone_by text,
    unique (office_id, id),
    check ((undone_at is null) = (undone_by is null))
);
create index reading_recent on reading (office_id, made_at desc);

create table reading_item (
    office_id int not null default current_office() references office (id),
    reading_id uuid not null,
    number int not null check (number >= 1),
    proposal jsonb not null,
    state text not null check (state in ('open', 'taken', 'joined', 'rejected', 'same', 'undone')),
    partner_key item_key,
    corrections jsonb not null,
    brought jsonb,
    decided_at timestamptz,
    decided_by text,
    primary key (reading_id, number),
    foreign key (office_id, reading_id) references reading (office_id, id) on delete cascade,
    check ((decided_at is null) = (decided_by is null))
);

do $$
declare owned text;
begin
    foreach owned in array array['reading', 'reading_item']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
