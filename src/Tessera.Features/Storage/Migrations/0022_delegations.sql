-- Delegations to representative bodies: a term of a body, its seats and rules, who is proposed by whom, who sits when, and what they did there.
create table delegation (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    version int not null,
    body text not null check (body ~ '^[a-z][a-z0-9-]{1,60}$'),
    body_names local_text not null,
    names local_text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    membership_id uuid,
    first_day date not null,
    last_day date not null,
    state text not null check (state in ('preparing', 'called', 'consulting', 'appointed', 'ended')),
    seats jsonb not null,
    seat_source text not null check (length(seat_source) <= 1000),
    rules jsonb not null,
    call_text local_text not null,
    called_on date,
    proposals_until date,
    consulting_since date,
    consulting_until date,
    appointed_on date,
    appointed_by text not null check (length(appointed_by) <= 300),
    appointment text not null check (length(appointment) <= 300),
    credentials_on date,
    credentials text not null check (length(credentials) <= 1000),
    published_at timestamptz,
    secretary jsonb,
    unique (office_id, key),
    unique (office_id, id),
    check (first_day <= last_day),
    foreign key (office_id, membership_id) references membership (office_id, id) on delete set null (membership_id)
);

-- Who proposes people: an association. Only a hash of her address' secret is kept.
create table delegation_proposer (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    key item_key not null,
    position int not null,
    names local_text not null,
    email text check (length(email) <= 200),
    language text not null,
    link_hash bytea unique check (length(link_hash) = 32),
    link_made_at timestamptz,
    proposed_at timestamptz,
    reply text not null check (reply in ('open', 'agreed', 'objected')),
    comment text not null check (length(comment) <= 2000),
    replied_at timestamptz,
    unique (office_id, id),
    unique (delegation_id, key),
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade
);

-- Who is proposed, or sits. What is told of them here is told to whoever works at the desk.
create table delegation_person (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    proposer_id uuid,
    name text not null check (length(name) between 1 and 200),
    authority text not null check (length(authority) <= 300),
    region text not null check (length(region) <= 200),
    level text not null check (level in ('local', 'regional')),
    mandate text not null check (mandate in ('none', 'elected', 'accountable')),
    mandate_since date,
    mandate_until date,
    public_office local_text not null,
    representative_rank int check (representative_rank between 1 and 1000),
    substitute_rank int check (substitute_rank between 1 and 1000),
    is_youth boolean not null,
    may_be_named boolean not null,
    email text check (length(email) <= 200),
    phone text check (length(phone) <= 60),
    language text,
    posts jsonb not null default '[]',
    proposed_by text not null,
    proposed_at timestamptz not null,
    withdrawn_at timestamptz,
    folded text not null,
    unique (office_id, id),
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade,
    foreign key (office_id, proposer_id) references delegation_proposer (office_id, id) on delete set null (proposer_id)
);
create index delegation_person_delegation on delegation_person (office_id, delegation_id);
create index delegation_person_proposer on delegation_person (office_id, proposer_id);

-- What only the rules of the body need: bound to that purpose, each reading written down, erased by itself.
create table delegation_trait (
    person_id uuid primary key,
    office_id int not null default current_office() references office (id),
    sex text not null check (sex in ('unstated', 'female', 'male')),
    birth_year int check (birth_year between 1900 and 2100),
    political_group text not null check (length(political_group) <= 200),
    entered_at timestamptz not null,
    foreign key (office_id, person_id) references delegation_person (office_id, id) on delete cascade
);

create table delegation_trait_reading (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    reader text not null,
    purpose text not null,
    at timestamptz not null,
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade
);
create index delegation_trait_reading_delegation on delegation_trait_reading (office_id, delegation_id, at desc);

-- A person on a seat; without a first day it is a proposal that nobody has appointed yet.
create table delegation_seating (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('representative', 'substitute')),
    chamber text not null check (chamber in ('none', 'local', 'regions')),
    from_day date,
    to_day date,
    ending text check (ending in ('lost-mandate', 'resigned', 'died', 'moved', 'term-ended')),
    kept_until date,
    replaces_id uuid,
    appointed_by text not null check (length(appointed_by) <= 300),
    appointment text not null check (length(appointment) <= 300),
    unique (office_id, id),
    check (to_day is null or from_day is not null),
    check (from_day <= to_day),
    check ((to_day is null) = (ending is null)),
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade,
    foreign key (office_id, person_id) references delegation_person (office_id, id) on delete cascade,
    foreign key (office_id, replaces_id) references delegation_seating (office_id, id) on delete set null (replaces_id)
);
-- Nobody has two seats at a time, drafts among them.
create unique index delegation_seating_person on delegation_seating (person_id) where to_day is null;
create index delegation_seating_delegation on delegation_seating (office_id, delegation_id);
create index delegation_seating_replaces on delegation_seating (office_id, replaces_id) where replaces_id is not null;

create table delegation_document (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    kind text not null check (kind in ('call', 'proposal', 'appointment', 'credentials', 'report', 'other')),
    title text not null check (length(title) between 1 and 300),
    file_name text not null check (length(file_name) between 1 and 200),
    media_type text not null,
    size bigint not null,
    hash bytea not null,
    is_public boolean not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    withdrawn_at timestamptz,
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade,
    foreign key (office_id, hash) references document_content (office_id, hash)
);
create index delegation_document_delegation on delegation_document (office_id, delegation_id);
create index delegation_document_hash on delegation_document (office_id, hash);

-- A session of the body: an activity of the office's calendar, and who was there.
create table delegation_session (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    activity_id uuid not null,
    unique (office_id, id),
    unique (delegation_id, activity_id),
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade,
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);
create index delegation_session_activity on delegation_session (office_id, activity_id);

create table delegation_attendance (
    session_id uuid not null,
    seating_id uuid not null,
    office_id int not null default current_office() references office (id),
    presence text not null check (presence in ('present', 'excused', 'absent')),
    sat_for_id uuid,
    primary key (session_id, seating_id),
    check (sat_for_id is null or presence = 'present'),
    check (sat_for_id <> seating_id),
    foreign key (office_id, session_id) references delegation_session (office_id, id) on delete cascade,
    foreign key (office_id, seating_id) references delegation_seating (office_id, id) on delete cascade,
    foreign key (office_id, sat_for_id) references delegation_seating (office_id, id) on delete cascade
);
-- For one who is away sits one.
create unique index delegation_attendance_for on delegation_attendance (session_id, sat_for_id) where sat_for_id is not null;
create index delegation_attendance_seating on delegation_attendance (office_id, seating_id);

-- What members did: spoke, asked, reported.
create table delegation_contribution (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    delegation_id uuid not null,
    person_id uuid not null,
    session_id uuid,
    kind text not null check (kind in ('speech', 'report', 'question', 'amendment', 'vote', 'written')),
    title text not null check (length(title) between 1 and 500),
    language text,
    day date not null,
    address text check (length(address) <= 1000),
    is_public boolean not null,
    foreign key (office_id, delegation_id) references delegation (office_id, id) on delete cascade,
    foreign key (office_id, person_id) references delegation_person (office_id, id) on delete cascade,
    foreign key (office_id, session_id) references delegation_session (office_id, id) on delete set null (session_id)
);
create index delegation_contribution_delegation on delegation_contribution (office_id, delegation_id, day desc);
create index delegation_contribution_person on delegation_contribution (office_id, person_id);

do $$
declare owned text;
begin
    foreach owned in array array['delegation', 'delegation_proposer', 'delegation_person', 'delegation_trait', 'delegation_trait_reading', 'delegation_seating', 'delegation_document',
        'delegation_session', 'delegation_attendance', 'delegation_contribution']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
