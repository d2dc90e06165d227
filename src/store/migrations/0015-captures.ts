/** Pages as they were when somebody reported them, and texts that answers begin with. */
export const up = `
create table captures (
  id         integer     generated always as identity primary key,
  report_id  integer     not null references error_reports on delete cascade,
  moment     text        not null check (moment in ('submitted', 'answered')),
  at         timestamptz not null,
  visit      jsonb,
  failure    text        check (length(failure) <= 200),
  title      text        check (length(title) <= 500),
  text       text        check (length(text) <= 20000),
  picture    bytea       check (length(picture) <= 4194304),
  -- Of the picture and the text, for the ledger.
  hash       text        not null check (length(hash) = 71),
  folder     text        check (length(folder) <= 300),
  seal       text        check (length(seal) <= 100)
);
create index captures_of_report on captures (report_id, id);

create table answer_templates (
  id          integer     generated always as identity primary key,
  region_id   integer     not null references regions,
  -- Of one unit, or null: of all in the region.
  unit_id     integer     references units,
  title       text        not null check (length(title) between 1 and 100),
  text        text        not null check (length(text) between 1 and 8000),
  changed_by  integer     references people,
  changed_at  timestamptz not null,
  version     integer     not null default 1
);
create index answer_templates_of on answer_templates (region_id, unit_id);
`;
