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
  version       integer     not null default 1
);
create index sites_by_unit on sites (unit_id);
create index sites_in_order on sites (position, id);

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
`;
