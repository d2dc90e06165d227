/** Notices to people, their delivery, webhooks, and acts that were asked for twice. */
export const up = `
create table notices (
  id          bigint      generated always as identity primary key,
  person_id   integer     not null references people on delete cascade,
  kind        text        not null check (length(kind) <= 60),
  site_id     integer     references sites on delete cascade,
  args        jsonb       not null,
  link        text        not null check (length(link) <= 300),
  -- The same notice is made once: what it is about, in a word.
  subject     text        not null check (length(subject) <= 120),
  created_at  timestamptz not null,
  read_at     timestamptz,
  unique (person_id, kind, subject)
);
create index notices_of_person on notices (person_id, id desc);
create index notices_unread on notices (person_id, id desc) where read_at is null;

create table deliveries (
  id          bigint      generated always as identity primary key,
  notice_id   bigint      not null references notices on delete cascade,
  channel     text        not null check (channel in ('mail', 'webhook')),
  state       text        not null check (state in ('waiting', 'sent', 'failed')),
  due_at      timestamptz not null,
  sent_at     timestamptz,
  attempts    integer     not null default 0,
  error       text        check (length(error) <= 1000),
  unique (notice_id, channel)
);

create index deliveries_due on deliveries (due_at) where state = 'waiting';

-- Whether mail is wanted; who has no row gets it as the kinds of notices say.
create table notice_choices (
  person_id  integer     primary key references people on delete cascade,
  mail       text        not null check (mail in ('as-said', 'digest', 'none'))
);

create table webhooks (
  id          integer     generated always as identity primary key,
  -- It hears of sites and units of this region and below.
  region_id   integer     not null references regions,
  url         text        not null check (length(url) between 1 and 500),
  secret      text        not null check (length(secret) between 16 and 200),
  kinds       text[]      not null,
  created_by  integer     references people,
  created_at  timestamptz not null,
  stopped_at  timestamptz
);

create table webhook_events (
  id          bigint      generated always as identity primary key,
  webhook_id  integer     not null references webhooks on delete cascade,
  kind        text        not null check (length(kind) <= 60),
  subject     text        not null check (length(subject) <= 120),
  body        jsonb       not null,
  state       text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts    integer     not null default 0,
  due_at      timestamptz not null,
  sent_at     timestamptz,
  error       text        check (length(error) <= 1000),
  unique (webhook_id, kind, subject)
);
create index webhook_events_due on webhook_events (due_at) where state = 'waiting';

create table idempotency_keys (
  person_id     integer     not null,
  key           text        not null check (length(key) between 8 and 100),
  request_hash  text        not null check (length(request_hash) <= 80),
  status        integer,
  response      jsonb,
  created_at    timestamptz not null,
  primary key (person_id, key)
);
`;
