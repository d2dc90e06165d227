/** The sites, what they were on which day, and their channels. */
export const up = `
create table sites (
  id            integer     generated always as identity primary key,
  key           text        not null unique check (length(key) between 1 and 120),
  unit_id       integer     not null references units,
  name          text        not null check (length(name) between 1 and 100),
  homepage      text        not null check (length(homepage) between 1 and 500),
  site_id_code  text        check (site_id_code ~ '^([0-9]{10}|bm[0-9]{8})$'),
  kind          text        not null check (kind in ('portal', 'department', 'ministry',
                                                     'ministry-without-services')),
  state         text        not null default 'online'
                            check (state in ('applied', 'approved', 'building', 'tested', 'online',
                                             'suspended', 'closing', 'offline', 'archived')),
  position      integer     not null default 0,
  version       integer     not null default 1,
  -- All it can be found by, in small letters; the triggers below keep it.
  search        text        not null default ''
);
create index sites_by_unit on sites (unit_id);
create index sites_in_order on sites (position, id);
create index sites_by_homepage on sites (homepage);
create index sites_by_code on sites (site_id_code);

-- One row for each time a site was something else; the newest has no end.
create table site_versions (
  site_id       integer     not null references sites on delete cascade,
  from_day      date        not null,
  to_day        date,
  unit_id       integer     not null references units,
  name          text        not null,
  homepage      text        not null,
  site_id_code  text,
  kind          text        not null,
  state         text        not null,
  reason        text        check (length(reason) <= 1000),
  primary key (site_id, from_day),
  check (to_day is null or from_day < to_day)
);
create index site_versions_on_day on site_versions (from_day, to_day);
create unique index site_versions_current on site_versions (site_id) where to_day is null;

create table site_domains (
  site_id   integer not null references sites on delete cascade,
  domain    text    not null check (length(domain) between 1 and 253),
  is_main   boolean not null default false,
  from_day  date,
  to_day    date,
  primary key (site_id, domain)
);
create index site_domains_by_domain on site_domains (domain);

create table channels (
  id             integer     generated always as identity primary key,
  site_id        integer     not null references sites on delete cascade,
  url            text        not null check (length(url) between 1 and 1000),
  name           text        not null check (length(name) between 1 and 200),
  path           text[]      not null,
  level          integer     not null,
  kind           text        not null check (length(kind) <= 40),
  clock          text        check (length(clock) <= 10),
  is_historical  boolean     not null default false,
  owner_unit_id  integer     references units,
  origin         text        not null check (origin in ('discovered', 'confirmed', 'corrected')),
  first_seen_on  date        not null,
  last_seen_on   date        not null,
  version        integer     not null default 1,
  unique (site_id, url)
);
create index channels_by_owner on channels (owner_unit_id) where owner_unit_id is not null;

-- Below a path, whatever the order of the database's letters.
create index regions_by_path on regions (path text_pattern_ops);
create index units_by_path on units (path text_pattern_ops);

-- One word of text a unit and a site, so that a search is one scan and never an «or» over tables.
alter table units add column search text not null default '';

create function unit_search(unit integer, name text) returns text language sql as $$
  select lower(concat_ws(' ', unit_search.name, (
    select string_agg(n.name, ' ' order by n.name) from unit_names n
    where n.unit_id = unit and n.name <> unit_search.name
  )))
$$;
create function site_search(site integer, unit integer, words text) returns text language sql as $$
  select lower(concat_ws(' ', words, (select u.search from units u where u.id = unit), (
    select string_agg(d.domain, ' ' order by d.domain) from site_domains d
    where d.site_id = site and strpos(words, d.domain) = 0
  )))
$$;

create function keep_unit_search() returns trigger language plpgsql as $$ begin
  new.search := unit_search(new.id, new.name);
  return new;
end $$;
create trigger units_search before insert or update of name, search on units
  for each row execute function keep_unit_search();

create function keep_site_search() returns trigger language plpgsql as $$ begin
  new.search := site_search(new.id, new.unit_id,
    concat_ws(' ', new.name, new.homepage, new.site_id_code));
  return new;
end $$;
create trigger sites_search before insert or update of name, homepage, site_id_code, unit_id, search
  on sites for each row execute function keep_site_search();

-- A statement at a time: an import of 14,000 units must not search each of them by itself. And by
-- «execute», since a plan that was kept from one changed row would take hours for as many.
create function touch_sites_of_units() returns trigger language plpgsql as $$ begin
  execute 'update sites set search = '''' where unit_id in (
    select changed.id from changed join before using (id) where changed.search <> before.search)';
  return null;
end $$;
create trigger units_found after update on units
  referencing old table as before new table as changed
  for each statement execute function touch_sites_of_units();

create function touch_units_of_names() returns trigger language plpgsql as $$ begin
  execute 'update units set search = '''' where id in (select unit_id from changed)
    and search <> unit_search(id, name)';
  return null;
end $$;
create trigger unit_names_added after insert on unit_names referencing new table as changed
  for each statement execute function touch_units_of_names();
create trigger unit_names_changed after update on unit_names referencing new table as changed
  for each statement execute function touch_units_of_names();
create trigger unit_names_removed after delete on unit_names referencing old table as changed
  for each statement execute function touch_units_of_names();

create function touch_sites_of_domains() returns trigger language plpgsql as $$ begin
  execute 'update sites set search = '''' where id in (select site_id from changed)
    and search <> site_search(id, unit_id, concat_ws('' '', name, homepage, site_id_code))';
  return null;
end $$;
create trigger site_domains_added after insert on site_domains referencing new table as changed
  for each statement execute function touch_sites_of_domains();
create trigger site_domains_changed after update on site_domains referencing new table as changed
  for each statement execute function touch_sites_of_domains();
create trigger site_domains_removed after delete on site_domains referencing old table as changed
  for each statement execute function touch_sites_of_domains();

-- A number that goes up with every change: an import applies to the register it was previewed on.
-- Whoever changes the register holds its row, so names stay unique between two who edit at once.
create table register_version (
  is_one  boolean  primary key default true check (is_one),
  number  bigint   not null default 0
);
insert into register_version default values;

create function count_register_change() returns trigger language plpgsql as $$ begin
  update register_version set number = number + 1;
  return null;
end $$;
create trigger regions_counted after insert or update or delete on regions
  for each statement execute function count_register_change();
create trigger units_counted
  after insert or delete or update of region_id, parent_id, name, path, position on units
  for each statement execute function count_register_change();
create trigger unit_names_counted after insert or update or delete on unit_names
  for each statement execute function count_register_change();
create trigger sites_counted after insert or delete
  or update of unit_id, name, homepage, site_id_code, kind, state, position on sites
  for each statement execute function count_register_change();

-- Substrings of any length are found by a scan; three letters and more by this, where it is to be
-- had: the extension may be missing, or not ours to create.
do $$ begin
  create extension if not exists pg_trgm;
  create index sites_search_trigrams on sites using gin (search gin_trgm_ops);
  create index units_search_trigrams on units using gin (search gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported then null;
end $$;
`;
