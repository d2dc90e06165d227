/** Looks that a unit, or the office, asks for at a site of its own: apart from every campaign. */
export const up = `
create table site_checks (
  id           integer     generated always as identity primary key,
  site_id      integer     not null references sites on delete cascade,
  asked_by     integer     references people,
  asked_at     timestamptz not null,
  state        text        not null default 'waiting'
                           check (state in ('waiting', 'running', 'done', 'failed')),
  started_at   timestamptz,
  finished_at  timestamptz,
  -- What it came to: domain/site-check.ts.
  result       jsonb
);
create unique index site_checks_open on site_checks (site_id) where finished_at is null;
create index site_checks_by_site on site_checks (site_id, id);
`;
