-- Life with other calendars: files that are taken over, addresses that are subscribed to, a person's own calendar, mails of what is coming.

-- A file that somebody read into the office. Its bytes stay until they are taken; they may name people.
create table calendar_import (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    title text not null,
    language text not null,
    content bytea,
    made_at timestamptz not null,
    made_by text not null,
    taken_at timestamptz,
    undone_at timestamptz,
    undone_by text,
    unique (office_id, id),
    check (content is not null or taken_at is not null),
    check (undone_at is null or taken_at is not null)
);
create index calendar_import_list on calendar_import (office_id, made_at desc);

-- What taking a file did to activities, so that it can be undone as one. Without item_before the activity came; without version_after it went.
create table calendar_import_entry (
    office_id int not null default current_office() references office (id),
    import_id uuid not null,
    activity_key item_key not null,
    uid text not null,
    part text not null,
    item_before jsonb,
    version_after int,
    sequence_before int,
    modified_before timestamptz,
    hash_before bytea,
    primary key (import_id, activity_key),
    foreign key (office_id, import_id) references calendar_import (office_id, id) on delete cascade
);
create index calendar_import_entry_office on calendar_import_entry (office_id);

-- A calendar elsewhere that the office follows.
create table calendar_feed (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    address text not null check (length(address) <= 1000),
    title text not null,
    kind text not null,
    language text not null,
    is_public boolean not null,
    source_id uuid,
    made_at timestamptz not null,
    made_by text not null,
    next_at timestamptz not null,
    asked_at timestamptz,
    succeeded_at timestamptz,
    failure text,
    failures int not null default 0,
    entries int not null default 0,
    refused int not null default 0,
    tag text,
    modified text,
    unique (office_id, address),
    unique (office_id, id),
    foreign key (office_id, source_id) references source (office_id, id) on delete set null (source_id)
);
create index calendar_feed_due on calendar_feed (next_at);
create index calendar_feed_source on calendar_feed (office_id, source_id);

-- Which entry of a calendar an activity is: so a newer file changes it instead of adding it again.
create table calendar_mark (
    office_id int not null default current_office() references office (id),
    activity_id uuid primary key,
    feed_id uuid,
    uid text not null check (length(uid) <= 300),
    part text not null,
    sequence int not null,
    modified timestamptz,
    hash bytea not null,
    is_private boolean not null,
    unique nulls not distinct (office_id, feed_id, uid, part),
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade,
    foreign key (office_id, feed_id) references calendar_feed (office_id, id)
);
create index calendar_mark_activity on calendar_mark (office_id, activity_id);

-- Somebody who gets a mail each week of what is coming; nothing is sent before she has confirmed it.
create table activity_letter (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    email text not null check (length(email) <= 254),
    language text not null,
    kind text,
    partner item_key,
    field item_key,
    made_at timestamptz not null,
    confirmed_at timestamptz,
    sent_for date,
    unique nulls not distinct (office_id, email, kind, partner, field)
);

-- The secret address of a person's own calendar, as its hash only: who reads the table cannot open it.
create table calendar_key (
    account_id uuid primary key references account (id) on delete cascade,
    secret_hash bytea not null unique,
    made_at timestamptz not null,
    asked_on date
);
alter table calendar_key enable row level security;
alter table calendar_key force row level security;
create policy program on calendar_key using (true) with check (true);
grant select, insert, update, delete on calendar_key to tessera_app;

do $$
declare owned text;
begin
    foreach owned in array array['calendar_import', 'calendar_import_entry', 'calendar_feed', 'calendar_mark', 'activity_letter']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
