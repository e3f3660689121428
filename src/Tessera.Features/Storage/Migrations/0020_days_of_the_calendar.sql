-- A month of a region has thousands of entries, and its page shows four of a day: the first of each day and how many there are stand in one index,
-- and what lasts longer, which is rare, in another. Both say it by the difference: of two columns that are equal and asked for, the planner makes two questions and forgets that they are equal.
create index activity_day on activity (office_id, first_day, starts, key) include (is_public, last_day, is_short) where is_short and last_day - first_day = 0;
create index activity_days on activity (office_id, first_day) where is_short and last_day - first_day > 0;
create statistics activity_length on (last_day - first_day) from activity;
