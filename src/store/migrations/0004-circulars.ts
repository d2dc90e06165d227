/** Circulars: each version with its words, its files and its hash. */
export const up = `
create table circulars (
  id                 integer     generated always as identity primary key,
  campaign_id        integer     not null references campaigns,
  number             integer     not null check (number >= 1),
  state              text        not null default 'draft'
                                 check (state in ('draft', 'reconciled', 'submitted', 'signed',
                                                  'published', 'corrected')),
  brief              jsonb       not null,
  result             jsonb       not null,
  circular           jsonb       not null,
  open_data          jsonb       not null,
  contradictions     jsonb       not null default '[]',
  error_rate         jsonb       not null,
  correction_reason  text        check (length(correction_reason) <= 2000),
  drafted_by         integer     references people,
  drafted_at         timestamptz not null,
  submitted_by       integer     references people,
  submitted_at       timestamptz,
  signed_by          integer     references people,
  signed_at          timestamptz,
  published_by       integer     references people,
  published_at       timestamptz,
  hash               text        check (length(hash) <= 80),
  version            integer     not null default 1,
  unique (campaign_id, number)
);

create table circular_files (
  circular_id  integer not null references circulars on delete cascade,
  name         text    not null check (length(name) <= 60),
  media_type   text    not null check (length(media_type) <= 120),
  bytes        bytea   not null,
  hash         text    not null check (length(hash) <= 80),
  primary key (circular_id, name)
);
`;
