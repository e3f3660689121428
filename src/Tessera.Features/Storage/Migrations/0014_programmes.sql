-- Equality beside overlap in one exclusion constraint; PostgreSQL lets a database's owner create this extension.
create extension if not exists btree_gist;

-- Programmes of a region: organisers, what days are, what is booked, and plans that move programmes out of each other's way. A programme is an activity with an organiser.
create table organiser (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    names local_text not null,
    country text,
    authority_id uuid references authority (id),
    place local_text not null,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    email text check (length(email) <= 300),
    link_hash bytea unique check (length(link_hash) = 32),
    link_made_at timestamptz,
    unique (office_id, key),
    unique (office_id, id),
    check ((link_hash is null) = (link_made_at is null))
);
create index organiser_authority on organiser (authority_id);

create table region_day (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    kind text not null check (kind in ('public-holiday', 'exam-week', 'school-holiday', 'traditional-day')),
    names local_text not null,
    first_day date not null,
    last_day date not null,
    country text,
    latitude double precision,
    longitude double precision,
    radius_km double precision check (radius_km > 0),
    organiser_id uuid,
    audiences text[] not null,
    weight double precision check (weight >= 0),
    unique (office_id, key),
    check (first_day <= last_day),
    foreign key (office_id, organiser_id) references organiser (office_id, id)
);
create index region_day_organiser on region_day (organiser_id);

-- What is not of a region's season has no organiser, and is not in the index.
alter table activity add column organiser_id uuid;
alter table activity add foreign key (office_id, organiser_id) references organiser (office_id, id);
create index activity_season on activity (office_id, first_day) where organiser_id is not null;
create index activity_organiser on activity (organiser_id) where organiser_id is not null;

-- One stage, one hall, one bus: two cannot have it in the same hours, whoever writes. The resource is spelt as it is searched.
create table booking (
    office_id int not null default current_office() references office (id),
    activity_id uuid not null,
    resource text not null check (length(resource) between 1 and 300),
    name text not null check (length(name) between 1 and 300),
    starts timestamptz not null,
    ends timestamptz not null,
    primary key (activity_id, resource),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade,
    check (starts < ends),
    constraint booking_once exclude using gist (office_id with =, resource with =, tstzrange(starts, ends) with &&)
);

create table season_plan (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    first_day date not null,
    last_day date not null,
    made_at timestamptz not null,
    made_by text not null,
    planned_at timestamptz not null,
    figures jsonb not null,
    unique (office_id, id),
    check (first_day <= last_day)
);

create table season_move (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    plan_id uuid not null,
    activity_id uuid not null,
    position int not null,
    from_day date not null,
    to_day date not null,
    price double precision not null,
    saves double precision not null,
    reasons jsonb not null,
    reply text check (reply in ('accepted', 'refused')),
    replied_by text,
    replied_at timestamptz,
    stays boolean not null default false,
    applied_at timestamptz,
    check ((reply is null) = (replied_at is null)),
    foreign key (office_id, plan_id) references season_plan (office_id, id) on delete cascade,
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);
create index season_move_plan on season_move (plan_id, position);
create index season_move_activity on season_move (activity_id);

do $$
declare owned text;
begin
    foreach owned in array array['organiser', 'region_day', 'booking', 'season_plan', 'season_move']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
