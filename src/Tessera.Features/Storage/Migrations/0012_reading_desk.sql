-- What an office said of the columns of its tables, by their headings, so that the next file with the same ones is read so.
create table told_columns (
    office_id int not null default current_office() references office (id),
    headings text not null check (headings ~ '^[0-9a-f]{64}$'),
    columns jsonb not null,
    told_at timestamptz not null,
    told_by text not null,
    primary key (office_id, headings)
);

-- What the columns of a reading's tables were taken for, and the file itself, so that it can be read again with other columns: only of files that have tables.
alter table reading add column tables jsonb not null default '[]';
alter table reading add column source bytea;
alter table reading add column source_type text check (length(source_type) <= 200);
alter table reading alter column tables drop default;

-- A long run over a reading's proposals: all of them taken, or all taken back. A node works it off, and it can be left and watched.
create table reading_work (
    id uuid primary key,
    office_id int not null default current_office() references office (id),
    reading_id uuid not null,
    kind text not null check (kind in ('take', 'undo')),
    confidence double precision not null check (confidence between 0 and 1),
    total int not null check (total >= 0),
    done int not null check (done >= 0),
    refused int not null check (refused >= 0),
    likely int not null check (likely >= 0),
    left_names text[] not null,
    ordered_at timestamptz not null,
    ordered_by text not null,
    reason text not null,
    ended_at timestamptz,
    foreign key (office_id, reading_id) references reading (office_id, id) on delete cascade
);
create unique index reading_work_waiting on reading_work (reading_id) where ended_at is null;
create index reading_work_reading on reading_work (office_id, reading_id);

-- The pages of a reading ask by state and by how far a proposal is trusted.
alter table reading_item add column confidence double precision not null generated always as ((proposal ->> 'confidence')::double precision) stored;
create index reading_item_state on reading_item (reading_id, state);

do $$
declare owned text;
begin
    foreach owned in array array['told_columns', 'reading_work']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', owned);
        execute format('grant select, insert, update, delete on %I to tessera_app', owned);
    end loop;
end $$;
create policy host_reads on reading_work for select using (is_host());
