-- What a membership rests on and costs: the decision, the notice, the rule of the fee, what was asked for and paid, who sits there. Few of each, and read with the membership.
alter table membership
    add decision jsonb,
    add notice_months int check (notice_months between 0 and 60),
    add review_on text,
    add fee jsonb,
    add invoices jsonb not null default '[]',
    add people jsonb not null default '[]';
alter table membership add unique (office_id, id);

-- What a membership brought: an activity names the one it came from. When that is removed, the activity stays.
alter table activity
    add membership_id uuid,
    add foreign key (office_id, membership_id) references membership (office_id, id) on delete set null (membership_id);
create index activity_membership on activity (office_id, membership_id) where membership_id is not null;
