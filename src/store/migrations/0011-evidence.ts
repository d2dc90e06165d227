/** What evidence there is, where it is kept and how long; monitoring by day; explanations voided. */
export const up = `
create table evidence_folders (
  -- Below the evidence folder: 'campaigns/7/www.example'.
  folder         text        primary key check (length(folder) <= 300),
  kind           text        not null check (kind in ('inspection', 'recheck', 'look')),
  inspection_id  bigint      references inspections on delete set null,
  finished_at    timestamptz not null,
  -- In the bucket since; its local copy left out since.
  kept_at        timestamptz,
  dropped_at     timestamptz,
  -- Past its time, as the ledger says; its bytes deleted.
  gone_at        timestamptz,
  removed_at     timestamptz
);
create index evidence_by_age on evidence_folders (finished_at) where gone_at is null;

insert into evidence_folders (folder, kind, inspection_id, finished_at)
select 'campaigns/' || campaign_id || '/' || (site ->> 'key'), 'inspection', id, finished_at
from inspections where state = 'measured' and finished_at is not null
on conflict do nothing;

create table probe_days (
  site_id      integer not null references sites on delete cascade,
  day          date    not null,
  opened       integer not null,
  failed       integer not null,
  blocked      integer not null,
  ours         integer not null,
  maintenance  integer not null,
  primary key (site_id, day)
);

alter table explanations add column voided_at timestamptz;

-- What is charged is looked at once more before a circular is signed.
alter table inspections add column last_look_wanted_at timestamptz,
                        add column last_look_at timestamptz;
create index inspections_last_look on inspections (campaign_id)
  where last_look_wanted_at is not null and last_look_at is null;
`;
