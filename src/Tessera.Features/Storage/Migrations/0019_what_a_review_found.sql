-- Two programmes may swap their stage within one unit of work: it asks at its end.
alter table booking drop constraint booking_once;
alter table booking add constraint booking_once exclude using gist (office_id with =, resource with =, tstzrange(starts, ends) with &&) deferrable initially immediate;

-- An authority is not taken out of the directory without asking every agreement.
create index agreement_signed_with on agreement (signed_with_id) where signed_with_id is not null;

-- What a calendar last said of an activity's status: only what it says anew goes over what the office has decided. Null of what was taken before this was kept.
alter table calendar_mark add column status text check (status in ('planned', 'confirmed', 'held', 'cancelled', 'postponed'));

-- Entries of a followed calendar whose activities somebody took out by hand: they do not come again.
create table calendar_gone (
    office_id int not null default current_office() references office (id),
    feed_id uuid not null,
    uid text not null check (length(uid) <= 300),
    part text not null,
    at timestamptz not null,
    primary key (feed_id, uid, part),
    foreign key (office_id, feed_id) references calendar_feed (office_id, id) on delete cascade
);
create index calendar_gone_office on calendar_gone (office_id);
alter table calendar_gone enable row level security;
alter table calendar_gone force row level security;
create policy own_office on calendar_gone using (office_id = current_office()) with check (office_id = current_office());
grant select, insert, update, delete on calendar_gone to tessera_app;

-- A letter that could not be written says why. Who asks for the weekly mail is asked by a letter like others.
alter table letter add column why text check (length(why) <= 500);
alter table activity_letter add unique (office_id, id);
alter table letter add column activity_letter_id uuid;
alter table letter add foreign key (office_id, activity_letter_id) references activity_letter (office_id, id) on delete cascade;
alter table letter drop constraint letter_to_one;
alter table letter add constraint letter_to_one check (num_nonnulls(guest_id, registration_id, asking_id, activity_letter_id) = 1);
create index letter_activity_letter on letter (office_id, activity_letter_id);

-- The history is only added to, but for one thing: the name of somebody who is erased becomes a mark that something stood there. The function sees the rows of the session's own office.
create function erase_name(activity text, quoted text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare erased int;
begin
    update change c set fields = (
        select jsonb_agg(case when f.field ->> 'field' in ('hosts', 'programme', 'promises')
            then f.field || jsonb_build_object('old', replace(f.field ->> 'old', quoted, '"…"'), 'new', replace(f.field ->> 'new', quoted, '"…"')) else f.field end order by f.n)
        from jsonb_array_elements(c.fields) with ordinality f (field, n))
    where c.subject = 'activity' and c.key::text = activity and exists (select from jsonb_array_elements(c.fields) f (field)
        where f.field ->> 'field' in ('hosts', 'programme', 'promises') and (strpos(f.field ->> 'old', quoted) > 0 or strpos(f.field ->> 'new', quoted) > 0));
    get diagnostics erased = row_count;
    return erased;
end $$;
revoke all on function erase_name(text, text) from public;
grant execute on function erase_name(text, text) to tessera_app;
