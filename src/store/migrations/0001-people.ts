/** Regions, units with their dated names, people and how they come in. */
export const up = `
create table regions (
  id         integer     generated always as identity primary key,
  parent_id  integer     references regions,
  name       text        not null check (length(name) between 1 and 60),
  path       text        not null unique check (path ~ '^/([0-9]+/)+$')
);

create table units (
  id         integer     generated always as identity primary key,
  region_id  integer     not null references regions,
  parent_id  integer     references units,
  name       text        not null check (length(name) between 1 and 60),
  path       text        not null unique check (path ~ '^/([0-9]+/)+$'),
  position   integer     not null default 0,
  version    integer     not null default 1,
  unique (region_id, name)
);
create index units_in_order on units (region_id, position, id);

create table unit_names (
  unit_id    integer     not null references units on delete cascade,
  name       text        not null check (length(name) between 1 and 60),
  kind       text        not null check (kind in ('alias', 'official')),
  from_day   date,
  to_day     date,
  -- A unit may take a former name again; its last day is exclusive.
  unique nulls not distinct (unit_id, kind, name, from_day),
  check (from_day is null or to_day is null or from_day < to_day),
  check (kind = 'official' or (from_day is null and to_day is null))
);
create index unit_names_by_name on unit_names (name);

create table people (
  id             integer     generated always as identity primary key,
  login          text        not null unique check (length(login) between 1 and 80),
  name           text        not null check (length(name) between 1 and 40),
  mail           text        check (length(mail) <= 200),
  password_hash  text        check (length(password_hash) <= 300),
  totp_secret    text        check (length(totp_secret) <= 100),
  -- The step of the last code that was used: none counts twice.
  totp_step      bigint,
  oidc_subject   text        unique check (length(oidc_subject) <= 300),
  disabled_at    timestamptz,
  created_at     timestamptz not null default now(),
  version        integer     not null default 1
);

create table posts (
  id         integer     generated always as identity primary key,
  person_id  integer     not null references people on delete cascade,
  role       text        not null check (role in ('admin', 'inspector', 'reviewer', 'leader',
                                                  'unit-editor', 'unit-head', 'auditor')),
  region_id  integer     not null references regions,
  unit_id    integer     references units,
  unique nulls not distinct (person_id, role, region_id, unit_id),
  check ((unit_id is not null) = (role in ('unit-editor', 'unit-head')))
);

create table sessions (
  token_hash        text        primary key check (length(token_hash) <= 80),
  person_id         integer     not null references people on delete cascade,
  csrf              text        not null check (length(csrf) <= 80),
  created_at        timestamptz not null,
  seen_at           timestamptz not null,
  expires_at        timestamptz not null,
  second_factor_at  timestamptz
);
create index sessions_by_person on sessions (person_id);

create table api_tokens (
  id          integer     generated always as identity primary key,
  person_id   integer     not null references people on delete cascade,
  name        text        not null check (length(name) between 1 and 80),
  token_hash  text        not null unique check (length(token_hash) <= 80),
  scopes      text[]      not null,
  created_at  timestamptz not null,
  expires_at  timestamptz,
  used_at     timestamptz,
  revoked_at  timestamptz
);

create table sign_in_attempts (
  id       bigint      generated always as identity primary key,
  login    text        not null check (length(login) <= 80),
  address  text        not null check (length(address) <= 60),
  at       timestamptz not null,
  is_good  boolean     not null
);
create index sign_in_attempts_recent on sign_in_attempts (login, at);
`;
