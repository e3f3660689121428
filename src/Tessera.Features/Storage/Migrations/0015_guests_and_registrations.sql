-- Guests of an activity in two stages: names first; what they eat, need and carry later, apart, so that it goes away by itself after the visit.
create table guest (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    activity_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    email text check (length(email) <= 200),
    role text not null check (role in ('required', 'optional')),
    language text not null,
    is_minor boolean not null,
    added_by text not null,
    added_at timestamptz not null,
    sequence int,
    told_version int,
    withdrawn_at timestamptz,
    answer text not null check (answer in ('open', 'accepted', 'declined', 'tentative', 'delegated')),
    answered_at timestamptz,
    comment text not null check (length(comment) <= 1000),
    link text unique check (length(link) between 20 and 60),
    folded text not null,
    unique (office_id, id),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);
create unique index guest_email on guest (activity_id, lower(email)) where withdrawn_at is null;
create index guest_activity on guest (office_id, activity_id);

create table guest_need (
    guest_id uuid primary key,
    office_id int not null default current_office() references office (id),
    diet text not null check (length(diet) <= 500),
    mobility text not null check (length(mobility) <= 500),
    passport text not null check (length(passport) <= 60),
    entered_at timestamptz not null,
    foreign key (office_id, guest_id) references guest (office_id, id) on delete cascade
);

-- Who read them, and when.
create table guest_need_reading (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    guest_id uuid not null,
    reader text not null,
    at timestamptz not null,
    foreign key (office_id, guest_id) references guest (office_id, id) on delete cascade
);
create index guest_need_reading_guest on guest_need_reading (office_id, guest_id, at desc);

-- Who may read what guests need: the one officer who receives them.
create table guest_host (
    activity_id uuid primary key,
    office_id int not null default current_office() references office (id),
    account_id uuid not null references account (id) on delete cascade,
    since timestamptz not null,
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);

-- Places of an activity for which everybody may register.
create table registration_desk (
    activity_id uuid primary key,
    office_id int not null default current_office() references office (id),
    is_open boolean not null,
    places int not null check (places between 1 and 100000),
    until_day date not null,
    has_waiting_list boolean not null,
    asks_phone boolean not null,
    question local_text not null,
    notice local_text not null,
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);

create table registration (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    activity_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    email text check (length(email) <= 200),
    phone text not null check (length(phone) <= 60),
    reply text not null check (length(reply) <= 500),
    people int not null check (people between 1 and 20),
    language text not null,
    state text not null check (state in ('place', 'waiting', 'cancelled')),
    at timestamptz not null,
    changed_at timestamptz not null,
    secret text not null unique check (length(secret) between 20 and 60),
    folded text not null,
    unique (office_id, id),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);
create unique index registration_email on registration (activity_id, lower(email)) where state <> 'cancelled';
create index registration_activity on registration (office_id, activity_id, at);

-- Letters that are to be sent, or were. What they say is written when they are sent, so that they say what is so by then.
create table letter (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    kind text not null,
    guest_id uuid,
    registration_id uuid,
    state text not null check (state in ('waiting', 'sending', 'sent', 'refused')),
    asked_at timestamptz not null,
    next_try_at timestamptz not null,
    tries int not null,
    ended_at timestamptz,
    check (num_nonnulls(guest_id, registration_id) = 1),
    foreign key (office_id, guest_id) references guest (office_id, id) on delete cascade,
    foreign key (office_id, registration_id) references registration (office_id, id) on delete cascade
);
create index letter_waiting on letter (office_id, next_try_at) where state in ('waiting', 'sending');
create index letter_guest on letter (office_id, guest_id);
create index letter_registration on letter (office_id, registration_id);

do $$
declare owned text;
begin
    foreach owned in array array['guest', 'guest_need', 'guest_need_reading', 'guest_host', 'registration_desk', 'registration', 'letter']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
