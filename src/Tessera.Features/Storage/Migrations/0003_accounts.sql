-- Who may come in: accounts of the installation, their sessions and keys, and what each may do in which office.

create function current_account() returns uuid language sql stable
    as $$ select nullif(current_setting('tessera.account', true), '')::uuid $$;

create table account (
    id uuid primary key,
    email text not null check (length(email) <= 200),
    normalized_email text not null unique,
    name text not null check (length(name) between 1 and 200),
    language text not null,
    is_host boolean not null default false,
    password_hash text,
    security_stamp text not null,
    concurrency_stamp text not null,
    two_factor boolean not null default false,
    authenticator_key text,
    recovery_codes text[] not null default '{}',
    lockout_end timestamptz,
    failed_count int not null default 0,
    wants_digest boolean not null default true,
    created_at timestamptz not null
);

create table account_passkey (
    credential_id bytea primary key,
    account_id uuid not null references account (id) on delete cascade,
    name text,
    public_key bytea not null,
    sign_count bigint not null,
    transports text[],
    is_user_verified boolean not null,
    is_backup_eligible boolean not null,
    is_backed_up boolean not null,
    attestation_object bytea not null,
    client_data_json bytea not null,
    created_at timestamptz not null
);
create index account_passkey_account on account_passkey (account_id);

-- The person's identity at a municipal sign-on.
create table account_login (
    provider text not null,
    provider_key text not null,
    account_id uuid not null references account (id) on delete cascade,
    primary key (provider, provider_key)
);
create index account_login_account on account_login (account_id);

-- The key is kept as its hash only: who reads the table cannot take up a session.
create table session (
    key_hash bytea primary key,
    account_id uuid not null references account (id) on delete cascade,
    ticket bytea not null,
    browser text not null,
    begun_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on session (account_id);

-- What was typed into a form when the session had run out, until its owner is back.
create table kept_form (
    id uuid primary key,
    path text not null,
    fields text not null,
    kept_at timestamptz not null
);

create table member (
    office_id int not null default current_office() references office (id),
    account_id uuid not null references account (id) on delete cascade,
    role text not null check (role in ('reader', 'editor', 'approver', 'administrator')),
    since timestamptz not null,
    primary key (office_id, account_id)
);
create index member_account on member (account_id);

create table unit (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    names local_text not null,
    unique (office_id, key),
    unique (office_id, id)
);

create table unit_member (
    office_id int not null default current_office() references office (id),
    unit_id uuid not null,
    account_id uuid not null,
    primary key (unit_id, account_id),
    foreign key (office_id, unit_id) references unit (office_id, id) on delete cascade,
    foreign key (office_id, account_id) references member (office_id, account_id) on delete cascade
);

-- An invitation without an office makes a host. The token is kept as its hash only.
create table invitation (
    id uuid primary key,
    office_id int default current_office() references office (id),
    email text check (length(email) <= 200),
    role text not null check (role in ('reader', 'editor', 'approver', 'administrator')),
    token_hash bytea not null unique,
    invited_by text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz
);
create index invitation_office on invitation (office_id);

-- A form that was sent twice is answered twice and done once.
create table done_form (
    office_id int not null default current_office() references office (id),
    form_id uuid not null,
    answer text not null,
    at timestamptz not null,
    primary key (office_id, form_id)
);

do $$
declare kept text;
begin
    foreach kept in array array['account', 'account_passkey', 'account_login', 'session', 'kept_form']
    loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format('create policy program on %I using (true) with check (true)', kept);
        execute format('grant select, insert, update, delete on %I to tessera_app', kept);
    end loop;
    foreach kept in array array['unit', 'unit_member', 'done_form']
    loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', kept);
        execute format('grant select, insert, update, delete on %I to tessera_app', kept);
    end loop;
end $$;

-- A person sees in which offices she works; an office sees and changes who works in it.
alter table member enable row level security;
alter table member force row level security;
create policy own_office on member for all using (office_id = current_office()) with check (office_id = current_office());
create policy own_account_reads on member for select using (account_id = current_account());
grant select, insert, update, delete on member to tessera_app;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy own_office on invitation for all using (office_id is not distinct from current_office()) with check (office_id is not distinct from current_office());
grant select, insert, update, delete on invitation to tessera_app;

-- A suspended office keeps all it has; its portal and its desk are closed.
alter table office add column suspended_at timestamptz;
create policy host_changes on office for update using (is_host()) with check (is_host());
