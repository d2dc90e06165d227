/** Orders to mend, the ladder of escalation, admonition talks. */
export const up = `
create table orders (
  id            integer     generated always as identity primary key,
  campaign_id   integer     not null references campaigns,
  unit_id       integer     not null references units,
  state         text        not null default 'issued'
                            check (state in ('issued', 'received', 'replied', 'rechecking',
                                             'passed', 'closed')),
  issued_by     integer     references people,
  issued_at     timestamptz not null,
  received_by   integer     references people,
  received_at   timestamptz,
  replied_by    integer     references people,
  replied_at    timestamptz,
  -- How often a recheck found that not all was mended.
  times_failed  integer     not null default 0,
  closed_by     integer     references people,
  closed_at     timestamptz,
  version       integer     not null default 1,
  unique (campaign_id, unit_id)
);
create index orders_by_unit on orders (unit_id, id desc);

create table order_items (
  id            integer     generated always as identity primary key,
  order_id      integer     not null references orders on delete cascade,
  finding_id    bigint      not null references findings,
  answer        text        not null default 'open' check (answer in ('open', 'mended', 'cannot')),
  plan          text        check (length(plan) <= 2000),
  promised_on   date,
  recheck       text        not null default 'none'
                            check (recheck in ('none', 'passed', 'failed', 'unmeasured')),
  before        jsonb,
  after         jsonb,
  rechecked_at  timestamptz,
  unique (order_id, finding_id),
  check (answer <> 'cannot' or (plan is not null and promised_on is not null))
);

create table escalations (
  id               integer     generated always as identity primary key,
  unit_id          integer     not null references units,
  order_id         integer     references orders,
  campaign_id      integer     references campaigns,
  step             text        not null check (step in ('reminder', 'notice', 'warning', 'talk')),
  -- Which line of the ladder proposed it, and the facts it saw.
  rule             text        not null check (length(rule) <= 80),
  facts            jsonb       not null,
  draft            jsonb       not null,
  state            text        not null default 'proposed'
                               check (state in ('proposed', 'decided', 'carried-out', 'recorded',
                                                'dismissed')),
  proposed_at      timestamptz not null,
  decided_by       integer     references people,
  decided_at       timestamptz,
  decision_reason  text        check (length(decision_reason) <= 2000),
  carried_out_at   timestamptz,
  outcome          text        check (length(outcome) <= 4000),
  version          integer     not null default 1,
  unique nulls not distinct (unit_id, order_id, step, rule)
);

create table talks (
  id             integer     generated always as identity primary key,
  escalation_id  integer     not null unique references escalations,
  unit_id        integer     not null references units,
  state          text        not null default 'proposed'
                             check (state in ('proposed', 'scheduled', 'held', 'followed-up',
                                              'dismissed')),
  scheduled_for  timestamptz,
  place          text        check (length(place) <= 200),
  attendees      jsonb       not null default '[]',
  facts          text        check (length(facts) <= 8000),
  -- What was promised: {text, dueOn, keptAt}.
  promises       jsonb       not null default '[]',
  held_at        timestamptz,
  followed_up_at timestamptz,
  version        integer     not null default 1
);
`;
