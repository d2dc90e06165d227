/** Campaigns, their inspections, what was found, and how the unit was heard. */
export const up = `
create table campaigns (
  id            integer     generated always as identity primary key,
  region_id     integer     not null references regions,
  name          text        not null check (length(name) between 1 and 100),
  period        text        not null check (length(period) between 1 and 40),
  state         text        not null default 'draft'
                            check (state in ('draft', 'running', 'reviewing', 'hearing', 'drafted',
                                             'signed', 'published', 'closed', 'cancelled')),
  as_of         date        not null,
  rubric        jsonb       not null,
  settings      jsonb       not null,
  sample        jsonb       not null,
  brief         jsonb       not null default '{}',
  opened_by     integer     references people,
  opened_at     timestamptz not null,
  started_at    timestamptz,
  hearing_until timestamptz,
  published_at  timestamptz,
  cancel_reason text        check (length(cancel_reason) <= 2000),
  version       integer     not null default 1
);
create index campaigns_by_region on campaigns (region_id, id desc);

create table inspections (
  id           bigint      generated always as identity primary key,
  campaign_id  integer     not null references campaigns,
  site_id      integer     not null references sites,
  position     integer     not null,
  site         jsonb       not null,
  state        text        not null default 'queued'
                           check (state in ('queued', 'running', 'measured', 'interrupted',
                                            'failed-ours', 'cancelled')),
  attempts     integer     not null default 0,
  worker       text        check (length(worker) <= 100),
  progress     jsonb,
  started_at   timestamptz,
  finished_at  timestamptz,
  seen_at      timestamptz,
  error        text        check (length(error) <= 4000),
  verdict      text        check (verdict in ('pass', 'fail', 'incomplete')),
  score        integer,
  -- The judgement without its findings: vetoes, deductions, gaps, totals, what was looked at.
  card         jsonb,
  -- The same as the machine first gave it, before any person judged.
  first_card   jsonb,
  seal         text        check (length(seal) <= 100),
  version      integer     not null default 1,
  unique (campaign_id, site_id)
);
create index inspections_in_order on inspections (campaign_id, position);
create index inspections_by_site on inspections (site_id, id desc);

create table findings (
  id             bigint      generated always as identity primary key,
  inspection_id  bigint      not null references inspections on delete cascade,
  campaign_id    integer     not null references campaigns,
  site_id        integer     not null references sites,
  key            text        not null check (length(key) <= 40),
  kind           text        not null check (length(kind) <= 40),
  state          text        not null check (state in ('suspected', 'confirmed', 'dropped',
                                                       'unmeasured')),
  -- As in SiteResult.findings: address, channel, measure, evidence, reason.
  finding        jsonb       not null,
  review         text        not null default 'open'
                             check (review in ('open', 'second', 'accepted', 'set-aside', 'merged')),
  -- What the first of two persons proposes, while the second has not looked.
  proposed       text        check (proposed in ('accepted', 'set-aside')),
  review_reason  text        check (length(review_reason) <= 2000),
  reviewed_by    integer     references people,
  reviewed_at    timestamptz,
  seconded_by    integer     references people,
  seconded_at    timestamptz,
  merged_into    bigint      references findings,
  version        integer     not null default 1,
  unique (inspection_id, key)
);
create index findings_of_campaign on findings (campaign_id, state, review);
create index findings_of_site on findings (site_id, kind);

create table explanations (
  id             integer     generated always as identity primary key,
  finding_id     bigint      not null references findings,
  site_id        integer     not null references sites,
  state          text        not null default 'claimed'
                             check (state in ('claimed', 'approved', 'refused', 'void')),
  statement      text        not null check (length(statement) between 1 and 2000),
  proof          text        check (length(proof) <= 2000),
  claimed_by     integer     not null references people,
  claimed_at     timestamptz not null,
  decided_by     integer     references people,
  decided_at     timestamptz,
  decision       text        check (length(decision) <= 2000),
  valid_until    date,
  version        integer     not null default 1
);
create unique index explanations_open on explanations (finding_id)
  where state in ('claimed', 'approved');

create table appeals (
  id             integer     generated always as identity primary key,
  finding_id     bigint      not null references findings,
  state          text        not null default 'filed'
                             check (state in ('filed', 'assigned', 'upheld', 'refused',
                                              'withdrawn')),
  grounds        text        not null check (length(grounds) between 1 and 2000),
  proof          text        check (length(proof) <= 2000),
  filed_by       integer     not null references people,
  filed_at       timestamptz not null,
  assigned_to    integer     references people,
  decided_by     integer     references people,
  decided_at     timestamptz,
  decision       text        check (length(decision) <= 2000),
  -- Score and rank of the site before and after an upheld appeal.
  before         jsonb,
  after          jsonb,
  version        integer     not null default 1
);
create unique index appeals_open on appeals (finding_id) where state in ('filed', 'assigned');
`;
