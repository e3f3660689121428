-- Documents: their content is kept once under its hash and never overwritten. What can be read of them is folded for the search.
create table document_content (
    office_id int not null default current_office() references office (id),
    hash bytea not null check (length(hash) = 32),
    content bytea not null,
    primary key (office_id, hash)
);

create table document (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    partner_id uuid not null,
    agreement_key item_key,
    kind text not null,
    title text not null check (length(title) between 1 and 300),
    language text,
    version int not null check (version > 0),
    file_name text not null check (length(file_name) between 1 and 200),
    media_type text not null,
    size bigint not null,
    hash bytea not null,
    is_public boolean not null,
    folded_text text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    withdrawn_at timestamptz,
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade,
    foreign key (office_id, hash) references document_content (office_id, hash)
);
create index document_partner on document (office_id, partner_id, uploaded_at desc);
create index document_search on document using gin (to_tsvector('simple', folded_text));

-- People at the partners. The history says that a contact was changed, never what it said: it could not be erased from there.
create table contact (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    partner_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    role text not null check (length(role) <= 200),
    email text check (length(email) <= 200),
    phone text check (length(phone) <= 60),
    language text,
    purpose text not null check (length(purpose) between 1 and 500),
    source text not null check (length(source) between 1 and 500),
    keep_until date not null,
    folded text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade
);
create index contact_partner on contact (office_id, partner_id);
create index contact_keep on contact (office_id, keep_until);

do $$
declare owned text;
begin
    foreach owned in array array['document', 'document_content', 'contact']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
revoke update on document_content from tessera_app;
