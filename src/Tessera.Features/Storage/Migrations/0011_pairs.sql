-- Pairs of an outside register taken in bulk: a reading of each office, bound together by the import that made them.
alter table reading
    add column import_id uuid,
    add column source_key item_key,
    add check ((import_id is null) = (source_key is null));
create index reading_import on reading (office_id, import_id) where import_id is not null;

-- A seat is looked up by its number at GeoNames.
create index place_geonames on place (geonames) where geonames is not null;
