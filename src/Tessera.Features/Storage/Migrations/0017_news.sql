-- News. What pages look for stands in columns, the rest in the item as the office's file has it; the tables below say which of what it names is there.
create table news (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    key item_key not null,
    position int not null,
    category text not null check (category in ('project', 'visit', 'event', 'culture', 'economy', 'youth', 'notice')),
    title local_text not null,
    lead local_text not null,
    published date,
    until date,
    item jsonb not null,
    source_id uuid not null,
    version int not null,
    updated_at timestamptz not null,
    unique (office_id, key),
    unique (office_id, id),
    check (until >= published),
    foreign key (office_id, source_id) references source (office_id, id)
);
create index news_list on news (office_id, published desc nulls first, key);
create index news_source on news (office_id, source_id);

create table news_partner (
    office_id int not null default current_office() references office (id),
    news_id uuid not null,
    partner_id uuid not null,
    primary key (news_id, partner_id),
    foreign key (office_id, news_id) references news (office_id, id) on delete cascade,
    foreign key (office_id, partner_id) references partner (office_id, id) on delete cascade
);
create index news_partner_partner on news_partner (office_id, partner_id);

create table news_field (
    office_id int not null default current_office() references office (id),
    news_id uuid not null,
    field_id uuid not null,
    primary key (news_id, field_id),
    foreign key (office_id, news_id) references news (office_id, id) on delete cascade,
    foreign key (office_id, field_id) references office_text (office_id, id) on delete cascade
);
create index news_field_field on news_field (office_id, field_id);

create table news_activity (
    office_id int not null default current_office() references office (id),
    news_id uuid not null,
    activity_id uuid not null,
    primary key (news_id, activity_id),
    foreign key (office_id, news_id) references news (office_id, id) on delete cascade,
    foreign key (office_id, activity_id) references activity (office_id, id) on delete cascade
);
create index news_activity_activity on news_activity (office_id, activity_id);

-- How often a piece of news was read on a day, and what its readers said of it: numbers, and nothing of who they were.
create table news_day (
    office_id int not null default current_office() references office (id),
    news_id uuid not null,
    day date not null,
    reads int not null check (reads >= 0),
    useful int not null check (useful >= 0),
    not_useful int not null check (not_useful >= 0),
    primary key (news_id, day),
    foreign key (office_id, news_id) references news (office_id, id) on delete cascade
);

-- Useful numbers and links are one more list of the office's texts.
alter table office_text drop constraint office_text_list_check;
alter table office_text add constraint office_text_list_check check (list in ('goal', 'task', 'field', 'section', 'responsible', 'useful'));

do $$
declare owned text;
begin
    foreach owned in array array['news', 'news_partner', 'news_field', 'news_activity', 'news_day']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
