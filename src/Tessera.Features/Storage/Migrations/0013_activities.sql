-- Activities: visits, events, missions. What pages look for stands in columns, the rest in the item as the office's file has it, without what the columns and the
-- tables below say.
create table activity (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    kind text not null,
    purpose text,
    status text not null check (status in ('planned', 'confirmed', 'held', 'cancelled', 'postponed')),
    is_public boolean not null,
    title local_text not null,
    starts text,
    ends text,
    zone text,
    recurrence text,
    except_days text[] not null,
    roughly text,
    every_years int check (every_years between 1 and 50),
    first_day date,
    last_day date,
    is_short boolean not null,
    authority_id uuid references authority (id),
    place local_text not null,
    unit_id uuid,
    item jsonb not null,
    source_id uuid not null,
    search_text text not null,
    version int not null,
    updated_at timestamptz not null,
    link text unique check (length(link) between 20 and 60),
    unique (office_id, key),
    unique (office_id, id),
    check (first_day <= last_day),
    check (not is_short or last_day - first_day <= 31),
    foreign key (office_id, source_id) references source (office_id, id),
    foreign key (office_id, unit_id) references office_text (office_id, id) on delete set null (unit_id)
);
-- Most are short and once: those of a month begin at most 31 days before it. The few others are looked through.
create index activity_short on activity (office_id, first_day) where is_short;
create index activity_other on activity (office_id, first_day) where not is_short;
create index activity_list on activity (office_id, first_day desc nulls last, key);
create index activity_source on activity (office_id, source_id);
create index activity_authority on activity (authority_id);

create table activity_partner (
    office_id int not null default current_office() references office (id),
    activity_id uuid not null,
    partner_id uuid not null,
    position int not null,
    part text not null,
    primary key (activity_id, partner_id),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade,
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade
);
create index activity_partner_partner on activity_partner (office_id, partner_id);

create table activity_field (
    office_id int not null default current_office() references office (id),
    activity_id uuid not null,
    field_id uuid not null,
    primary key (activity_id, field_id),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade,
    foreign key (office_id, field_id) references office_text (office_id, id) on delete cascade
);
create index activity_field_field on activity_field (office_id, field_id);

do $$
declare owned text;
begin
    foreach owned in array array['activity', 'activity_partner', 'activity_field']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
