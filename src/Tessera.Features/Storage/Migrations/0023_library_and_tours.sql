-- The library: publications and good practices. What pages look for stands in columns, the rest in the item as the office's file has it.
create table publication (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    kind text not null check (kind in ('publication', 'good-practice', 'handbook', 'study', 'report')),
    title local_text not null,
    language text not null,
    year int check (year between 1450 and 2100),
    authors text[] not null,
    abstract local_text not null,
    is_public boolean not null,
    item jsonb not null,
    source_id uuid not null,
    folded text not null,
    version int not null,
    updated_at timestamptz not null,
    unique (office_id, key),
    unique (office_id, id),
    foreign key (office_id, source_id) references source (office_id, id)
);
create index publication_list on publication (office_id, year desc nulls last, key);
create index publication_source on publication (office_id, source_id);

create table publication_field (
    office_id int not null default current_office() references office (id),
    publication_id uuid not null,
    field_id uuid not null,
    primary key (publication_id, field_id),
    foreign key (office_id, publication_id) references publication (office_id, id) on delete cascade,
    foreign key (office_id, field_id) references office_text (office_id, id) on delete cascade
);
create index publication_field_field on publication_field (office_id, field_id);

create table publication_activity (
    office_id int not null default current_office() references office (id),
    publication_id uuid not null,
    activity_id uuid not null,
    primary key (publication_id, activity_id),
    foreign key (office_id, publication_id) references publication (office_id, id) on delete cascade,
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);
create index publication_activity_activity on publication_activity (office_id, activity_id);

-- What is searched of a publication: the text of its newest file, and the words of all of it, title before authors before abstract before file. Beside the publication, since lists need none of it.
create table publication_text (
    office_id int not null default current_office() references office (id),
    publication_id uuid primary key,
    body text not null,
    folded_body text not null,
    words tsvector not null,
    foreign key (office_id, publication_id) references publication (office_id, id) on delete cascade
);
create index publication_text_words on publication_text using gin (words);
create index publication_text_publication on publication_text (office_id, publication_id);

-- The dictionary of a language; words of a language that PostgreSQL has none for are taken as they are.
create function dictionary_of(language text) returns regconfig immutable strict parallel safe language sql as $$
    select case split_part(language, '-', 1)
        when 'hu' then 'pg_catalog.hungarian'::regconfig when 'sv' then 'pg_catalog.swedish'::regconfig when 'ro' then 'pg_catalog.romanian'::regconfig when 'en' then 'pg_catalog.english'::regconfig
        when 'de' then 'pg_catalog.german'::regconfig when 'fr' then 'pg_catalog.french'::regconfig when 'es' then 'pg_catalog.spanish'::regconfig when 'it' then 'pg_catalog.italian'::regconfig
        when 'fi' then 'pg_catalog.finnish'::regconfig when 'da' then 'pg_catalog.danish'::regconfig when 'no' then 'pg_catalog.norwegian'::regconfig when 'nl' then 'pg_catalog.dutch'::regconfig
        else 'pg_catalog.simple'::regconfig end
$$;
grant execute on function dictionary_of(text) to tessera_app;

-- A document belongs to a partner, a publication or a membership.
alter table document
    alter column partner_id drop not null,
    add publication_id uuid,
    add membership_id uuid,
    add foreign key (office_id, publication_id) references publication (office_id, id) on delete cascade,
    add foreign key (office_id, membership_id) references membership (office_id, id) on delete cascade,
    add constraint document_owner check (num_nonnulls(partner_id, publication_id, membership_id) = 1 and (agreement_key is null or partner_id is not null));
create unique index document_publication on document (office_id, publication_id, title, version) where publication_id is not null;
create unique index document_membership on document (office_id, membership_id, title, version) where membership_id is not null;

-- The places of a study tour, and the rules by which they are given. The seed of the lots is secret until the selection is done; its hash is published before.
create table tour (
    activity_id uuid primary key,
    office_id int not null default current_office() references office (id),
    is_open boolean not null,
    places int not null check (places between 1 and 1000),
    most_per_authority int not null check (most_per_authority between 1 and 20),
    until_day date not null,
    fresh_years int not null check (fresh_years between 0 and 20),
    most_per_county int not null check (most_per_county between 0 and 100),
    small_places int not null check (small_places between 0 and places),
    small_population int not null check (small_population >= 0),
    question local_text not null,
    seed text not null check (length(seed) = 32),
    decided_at timestamptz,
    decided_by text,
    check ((decided_at is null) = (decided_by is null)),
    unique (office_id, activity_id),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);

-- An authority that applies, with the people it would send. The people are forgotten after the tour; that the authority was on it stays, since a rule asks for it.
create table tour_application (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    activity_id uuid not null,
    number int not null check (number > 0),
    authority text not null check (length(authority) between 1 and 200),
    folded_authority text not null,
    county text not null check (length(county) <= 200),
    population int check (population >= 0),
    last_tour int check (last_tour between 1950 and 2200),
    name text not null check (length(name) <= 200),
    email text check (length(email) <= 200),
    reply text not null check (length(reply) <= 500),
    participants text[] not null,
    people int not null check (people between 1 and 20),
    language text not null,
    state text not null check (state in ('unconfirmed', 'applied', 'place', 'waiting', 'withdrawn')),
    reason text check (reason in ('kept', 'small-quota', 'turn', 'no-places', 'county-full')),
    position int,
    free_places int,
    at timestamptz not null,
    changed_at timestamptz not null,
    secret text not null unique,
    folded text not null,
    unique (office_id, id),
    unique (activity_id, number),
    check ((reason is null) = (position is null) and (reason is null) = (free_places is null)),
    foreign key (office_id, activity_id) references tour (office_id, activity_id) on delete cascade
);
-- Only what was confirmed holds the name of an authority, so that nobody can keep it from applying.
create unique index tour_application_authority on tour_application (activity_id, folded_authority) where state not in ('unconfirmed', 'withdrawn');
create index tour_application_activity on tour_application (office_id, activity_id, number);
create index tour_application_history on tour_application (office_id, folded_authority) where state = 'place';

alter table letter add column tour_application_id uuid;
alter table letter add foreign key (office_id, tour_application_id) references tour_application (office_id, id) on delete cascade;
alter table letter drop constraint letter_to_one;
alter table letter add constraint letter_to_one check (num_nonnulls(guest_id, registration_id, asking_id, activity_letter_id, tour_application_id) = 1);
create index letter_tour_application on letter (office_id, tour_application_id);

do $$
declare owned text;
begin
    foreach owned in array array['publication', 'publication_field', 'publication_activity', 'publication_text', 'tour', 'tour_application']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
