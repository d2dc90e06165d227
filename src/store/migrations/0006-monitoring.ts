/** Standing monitoring: visits, what is due when, and the signals they give. */
export const up = `
create table probes (
  site_id     integer     not null references sites on delete cascade,
  due_at      timestamptz not null,
  at          timestamptz not null,
  result      text        not null check (result in ('opened', 'failed', 'blocked', 'ours',
                                                     'maintenance')),
  took_ms     integer     not null,
  -- The visit as it was: domain/availability.ts.
  probe       jsonb       not null,
  primary key (site_id, due_at)
);
create index probes_by_time on probes (site_id, at);

create table watches (
  site_id     integer     not null references sites on delete cascade,
  kind        text        not null check (length(kind) <= 40),
  every_ms    bigint      not null check (every_ms > 0),
  due_at      timestamptz not null,
  -- The last look, and the last that measured something.
  last_at     timestamptz,
  last_ok_at  timestamptz,
  since       timestamptz not null,
  primary key (site_id, kind)
);
create index watches_due on watches (due_at);

create table signals (
  id          bigint      generated always as identity primary key,
  site_id     integer     not null references sites on delete cascade,
  kind        text        not null check (length(kind) <= 40),
  state       text        not null check (state in ('fine', 'watch', 'breach', 'unmeasured',
                                                    'cleared')),
  measure     jsonb       not null,
  since       timestamptz not null,
  seen_at     timestamptz not null,
  cleared_at  timestamptz,
  version     integer     not null default 1
);
create unique index signals_current on signals (site_id, kind) where cleared_at is null;

create table maintenance_windows (
  id           integer     generated always as identity primary key,
  site_id      integer     not null references sites on delete cascade,
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  reason       text        not null check (length(reason) between 1 and 2000),
  reported_by  integer     references people,
  reported_at  timestamptz not null,
  check (from_at < to_at)
);
`;
