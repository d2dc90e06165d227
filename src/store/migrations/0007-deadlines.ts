/** The editable layer of the calendar, and every running clock. */
export const up = `
create table calendar_edits (
  day         date        primary key,
  kind        text        not null check (kind in ('holiday', 'workday', 'plain')),
  name        text        not null check (length(name) between 1 and 60),
  source      text        not null check (length(source) between 1 and 300),
  entered_by  integer     references people,
  entered_at  timestamptz not null
);

create table announced_years (
  year        integer     primary key check (year between 2000 and 2100),
  source      text        not null check (length(source) between 1 and 300),
  entered_by  integer     references people,
  entered_at  timestamptz not null
);

create table deadlines (
  id           bigint      generated always as identity primary key,
  thing        text        not null check (length(thing) <= 40),
  thing_id     bigint      not null,
  clock        text        not null check (length(clock) <= 60),
  unit_id      integer     references units,
  started_at   timestamptz not null,
  due_at       timestamptz not null,
  due_on       date        not null,
  provisional  boolean     not null,
  -- Clock, pauses, extension and steps: domain/deadline.ts.
  computation  jsonb       not null,
  met_at       timestamptz,
  void_at      timestamptz,
  version      integer     not null default 1,
  unique (thing, thing_id, clock)
);
create index deadlines_open on deadlines (due_at) where met_at is null and void_at is null;
`;
