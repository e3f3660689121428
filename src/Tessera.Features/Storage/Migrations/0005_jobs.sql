-- What the program does by itself: its jobs, the checks of links, the weekly mail; and readers' reports that were dealt with.

-- A node takes a job for a while and prolongs it as it works; the job of a node that died is free again when its time is over.
create table job (
    name item_key primary key,
    due_at timestamptz not null,
    taken_by uuid,
    taken_until timestamptz,
    began_at timestamptz,
    ended_at timestamptz,
    has_succeeded boolean,
    outcome text not null default '',
    failures int not null default 0 check (failures >= 0)
);

-- The weekly mail of an account: whoever writes the row sends it, and nobody else does in that week (named by its Monday).
create table digest (
    account_id uuid not null references account (id) on delete cascade,
    week date not null check (extract(isodow from week) = 1),
    taken_at timestamptz not null,
    primary key (account_id, week)
);

-- Where a link of the register led when it was last followed.
create table link_check (
    office_id int not null default current_office() references office (id),
    url text not null check (octet_length(url) <= 2000),
    checked_at timestamptz not null,
    answer text not null check (length(answer) <= 200),
    failed_days int not null default 0 check (failed_days >= 0),
    failed_on date,
    primary key (office_id, url)
);

do $$
declare kept text;
begin
    foreach kept in array array['job', 'digest', 'link_check']
    loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format('grant select, insert, update, delete on %I to tessera_app', kept);
    end loop;
end $$;
create policy program on job using (true) with check (true);
create policy program on digest using (true) with check (true);
create policy own_office on link_check using (office_id = current_office()) with check (office_id = current_office());

-- What a reader wrote stays as it was written; only that it was dealt with is added.
alter table error_report add column dealt_with_at timestamptz, add column dealt_with_by text;
grant update (dealt_with_at, dealt_with_by) on error_report to tessera_app;
