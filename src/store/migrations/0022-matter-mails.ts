/** Mail to citizens who left an address: what waits, and the keys of the links in it. */
export const up = `
-- By which mails to one address are counted; a keyed hash, erased with the contact data.
alter table matter_contacts add column mail_tag text check (length(mail_tag) <= 80);
create index matter_contacts_by_tag on matter_contacts (mail_tag, kept_at)
  where mail_tag is not null;

create table matter_mails (
  id        bigint      generated always as identity primary key,
  thing     text        not null check (thing in ('error-report', 'inquiry')),
  thing_id  integer     not null,
  -- What happened, of which it tells: once.
  event_id  bigint      not null unique references matter_events,
  about     text        not null check (about in ('received', 'asked', 'answered')),
  made_at   timestamptz not null,
  state     text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  due_at    timestamptz not null,
  sent_at   timestamptz,
  attempts  integer     not null default 0,
  error     text        check (length(error) <= 1000)
);
create index matter_mails_due on matter_mails (due_at, id) where state = 'waiting';

-- What the link of a mail opens, until when. Kept as a hash, as receipts are.
create table mail_keys (
  key_hash  text        primary key check (length(key_hash) = 71),
  thing     text        not null check (thing in ('error-report', 'inquiry')),
  thing_id  integer     not null,
  until     timestamptz not null
);
create index mail_keys_until on mail_keys (until);
`;
