-- The shared directory of places and authorities, the offices, and each office's own register.
-- Every table of an office carries office_id and a policy: a session that has not said its office sees no row of any.
-- Texts in several languages are jsonb objects of language and text; dates as precise as known are EDTF, with the first and
-- last day they may mean beside them where something is searched by day.

create function current_office() returns int language sql stable
    as $$ select nullif(current_setting('tessera.office', true), '')::int $$;

-- Host: the session may create offices and write the shared directory (loading, hosting). Set only by the program's commands.
create function is_host() returns boolean language sql stable
    as $$ select coalesce(current_setting('tessera.host', true), '') = 'on' $$;

create domain item_key as text check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 80);
create domain local_text as jsonb check (jsonb_typeof(value) = 'object');
create domain country_code as text check (value ~ '^[A-Z]{2}$');

-- Shared: the directory

create table directory_source (
    id uuid primary key,
    key item_key not null unique,
    title local_text not null,
    publisher text,
    url text,
    stated_on text,
    licence text
);

create table place (
    id uuid primary key,
    key item_key not null unique,
    names local_text not null,
    country country_code not null,
    latitude double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    population int check (population >= 0),
    population_as_of text,
    geonames bigint,
    source_id uuid not null references directory_source (id)
);

create table authority (
    id uuid primary key,
    key item_key not null unique,
    kind text not null,
    country country_code,
    names local_text not null,
    abbreviation text,
    seat_id uuid references place (id),
    website text,
    begun text,
    ended text,
    identifiers jsonb not null default '[]',
    source_id uuid not null references directory_source (id)
);
create index authority_seat on authority (seat_id);

create table authority_event (
    id uuid primary key,
    key item_key not null unique,
    kind text not null check (kind in ('merger', 'split', 'rename', 'transfer', 'abolition')),
    date text not null,
    note local_text not null,
    source_id uuid not null references directory_source (id)
);

create table authority_event_party (
    event_id uuid not null references authority_event (id) on delete cascade,
    authority_id uuid not null references authority (id),
    side text not null check (side in ('from', 'to')),
    position int not null,
    primary key (event_id, side, authority_id)
);
create index authority_event_party_authority on authority_event_party (authority_id);

-- Offices

create table office (
    id int generated always as identity primary key,
    slug item_key not null unique check (length(slug) >= 3),
    kind text not null,
    authority_id uuid not null references authority (id),
    name local_text not null,
    short_name local_text not null,
    languages text[] not null check (cardinality(languages) > 0),
    colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
    summary local_text not null,
    address text[] not null,
    website text,
    email text,
    phone text,
    source_key item_key not null,
    updated_at timestamptz not null
);

create table source (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    title local_text not null,
    publisher text,
    url text,
    stated_on text,
    licence text,
    unique (office_id, key),
    unique (office_id, id)
);

create table office_text (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    list text not null check (list in ('goal', 'task', 'field', 'section', 'responsible')),
    key item_key not null,
    position int not null,
    heading local_text not null,
    text local_text not null,
    unique (office_id, list, key),
    unique (office_id, id)
);

create table partner (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    number int not null check (number > 0),
    authority_id uuid not null references authority (id),
    kind text not null,
    registered_name text not null,
    names local_text not null,
    address text[] not null,
    websites text[] not null,
    note local_text not null,
    source_id uuid not null,
    search_text text not null,
    updated_at timestamptz not null,
    unique (office_id, key),
    unique (office_id, number) deferrable initially deferred,
    unique (office_id, id),
    foreign key (office_id, source_id) references source (office_id, id)
);
create index partner_authority on partner (authority_id);
create index partner_source on partner (office_id, source_id);

create table base_fact (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    partner_id uuid not null,
    key item_key not null,
    position int not null,
    kind text not null,
    value numeric,
    unit text,
    about boolean not null,
    text local_text not null,
    as_of text,
    source_id uuid not null,
    unique (partner_id, key),
    check (value is not null or text <> '{}'),
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade,
    foreign key (office_id, source_id) references source (office_id, id)
);
create index base_fact_partner on base_fact (office_id, partner_id);

create table agreement (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    partner_id uuid not null,
    key item_key not null,
    position int not null,
    kind text not null,
    registered_kind text,
    decision text,
    decision_body local_text not null,
    signed_with_id uuid references authority (id),
    purpose local_text not null,
    note local_text not null,
    source_id uuid not null,
    updated_at timestamptz not null,
    unique (office_id, key),
    unique (office_id, id),
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade,
    foreign key (office_id, source_id) references source (office_id, id)
);
create index agreement_partner on agreement (office_id, partner_id);

create table agreement_date (
    office_id int not null default current_office() references office (id),
    agreement_id uuid not null,
    position int not null,
    role text not null,
    date text not null,
    earliest date,
    latest date,
    primary key (agreement_id, position),
    foreign key (office_id, agreement_id) references agreement (office_id, id) on delete cascade
);
create index agreement_date_office on agreement_date (office_id, role, latest);

-- Which priority fields a partner or an agreement belongs to
create table partner_field (
    office_id int not null default current_office() references office (id),
    partner_id uuid not null,
    field_id uuid not null,
    primary key (partner_id, field_id),
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade,
    foreign key (office_id, field_id) references office_text (office_id, id) on delete cascade
);

create table agreement_field (
    office_id int not null default current_office() references office (id),
    agreement_id uuid not null,
    field_id uuid not null,
    primary key (agreement_id, field_id),
    foreign key (office_id, agreement_id) references agreement (office_id, id) on delete cascade,
    foreign key (office_id, field_id) references office_text (office_id, id) on delete cascade
);

create table membership (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    organisation_id uuid not null references authority (id),
    kind text not null,
    dates jsonb not null,
    seats int check (seats >= 0),
    substitutes int check (substitutes >= 0),
    note local_text not null,
    links text[] not null,
    source_id uuid not null,
    unique (office_id, key),
    foreign key (office_id, source_id) references source (office_id, id)
);

create table settlement_relation (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    settlement_id uuid not null references place (id),
    with_id uuid not null references place (id),
    kind text not null,
    note local_text not null,
    source_id uuid not null,
    unique (office_id, key),
    foreign key (office_id, source_id) references source (office_id, id)
);

-- Every change with its author, time, old and new values. Nobody changes or deletes it, the program's role included.
create table change (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    at timestamptz not null,
    author text not null,
    reason text,
    kind text not null check (kind in ('added', 'changed', 'removed')),
    subject text not null,
    key item_key not null,
    parent item_key,
    names local_text not null,
    fields jsonb not null
);
create index change_recent on change (office_id, at desc, id desc);

create table error_report (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    at timestamptz not null,
    page text not null,
    message text not null check (length(message) <= 4000),
    reply_to text check (length(reply_to) <= 200),
    language text not null
);
create index error_report_recent on error_report (office_id, at desc);

-- Who may see and write what

do $$
declare owned text;
begin
    foreach owned in array array['source', 'office_text', 'partner', 'base_fact', 'agreement', 'agreement_date', 'partner_field',
        'agreement_field', 'membership', 'settlement_relation', 'change', 'error_report']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;

revoke update, delete on change from tessera_app;
revoke update on error_report from tessera_app;

alter table office enable row level security;
alter table office force row level security;
create policy anyone_reads on office for select using (true);
create policy own_office_changes on office for update using (id = current_office()) with check (id = current_office());
create policy host_creates on office for insert with check (is_host());
grant select, insert, update on office to tessera_app;

do $$
declare shared text;
begin
    foreach shared in array array['directory_source', 'place', 'authority', 'authority_event', 'authority_event_party']
    loop
        execute format('alter table %I enable row level security', shared);
        execute format('alter table %I force row level security', shared);
        execute format('create policy anyone_reads on %I for select using (true)', shared);
        execute format('create policy host_writes on %I for all using (is_host()) with check (is_host())', shared);
        execute format('grant select, insert, update, delete on %I to tessera_app', shared);
    end loop;
end $$;

-- The counts on the index of offices. No session sees the registers of several offices at once, so each office's counts are
-- counted anew in the transaction that changes its register.
create table register_count (
    office_id int primary key default current_office() references office (id),
    partners int not null,
    countries int not null,
    agreements int not null,
    memberships int not null
);
alter table register_count enable row level security;
alter table register_count force row level security;
create policy anyone_reads on register_count for select using (true);
create policy own_office on register_count for all using (office_id = current_office()) with check (office_id = current_office());
grant select, insert, update on register_count to tessera_app;
