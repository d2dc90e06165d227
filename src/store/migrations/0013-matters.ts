/** What citizens write: error reports and inquiries, their history, who wrote them. */
export const up = `
-- Two characters are a word in Chinese, and too short for an index of trigrams: so all pairs of
-- neighbouring characters of a text are kept, each once, blanks left out.
create function pairs_of(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct one || two), '{}') from (
    select chars, chars[2:] as rest from string_to_array(words, null) as chars
  ) split, unnest(chars, rest) as pair(one, two) where two is not null
$$;
create function searchable(words text) returns text language sql immutable parallel safe as $$
  select lower(regexp_replace(words, '\\s+', '', 'g'))
$$;

create table error_reports (
  id              integer     generated always as identity primary key,
  receipt_hash    text        not null unique check (length(receipt_hash) = 71),
  state           text        not null check (state in ('received', 'assigned', 'answered', 'closed',
                                                        'merged', 'refused')),
  region_id       integer     not null references regions,
  site_id         integer     references sites,
  unit_id         integer     references units,
  responsible_id  integer     references units,
  page_url        text        not null check (length(page_url) between 1 and 2000),
  fault           text        not null check (length(fault) <= 40),
  text            text        not null check (length(text) between 1 and 5000),
  text_hash       text        not null check (length(text_hash) = 71),
  -- Why the machine thinks that it may be spam or abuse: a person decides.
  suspicion       text[]      not null default '{}',
  via             text        not null default 'portal' check (via in ('portal', 'open311', 'office')),
  received_at     timestamptz not null,
  returned_by     integer[]   not null default '{}',
  lead_id         integer     references error_reports,
  met_at          timestamptz,
  is_late         boolean     not null default false,
  ended_at        timestamptz,
  reopened_at     timestamptz,
  changed_at      timestamptz not null,
  unit_truth      text        check (length(unit_truth) <= 20),
  truth           text        check (length(truth) <= 20),
  answer          text        check (length(answer) <= 8000),
  answered_at     timestamptz,
  answered_by     integer     references units,
  -- What everybody may read of it, as who closed it let it stand.
  public_text     text        check (length(public_text) <= 5000),
  refused_for     text        check (length(refused_for) <= 40),
  moved_from      integer     references units,
  finding_id      bigint      references findings,
  satisfaction    text        check (length(satisfaction) <= 40),
  rating_comment  text        check (length(rating_comment) <= 1000),
  rated_at        timestamptz,
  search          text        not null default '',
  pairs           text[]      not null default '{}',
  version         integer     not null default 1
);
create index error_reports_by_unit on error_reports (unit_id, id desc);
create index error_reports_by_responsible on error_reports (responsible_id, id desc);
create index error_reports_by_site on error_reports (site_id, id desc);
create index error_reports_open on error_reports (state, id desc) where ended_at is null;
create index error_reports_received on error_reports (received_at);
create index error_reports_by_lead on error_reports (lead_id) where lead_id is not null;
create index error_reports_by_text on error_reports (text_hash, received_at);
create index error_reports_by_page on error_reports (page_url);
create index error_reports_pairs on error_reports using gin (pairs) with (fastupdate = off);

create table inquiries (
  id              integer     generated always as identity primary key,
  receipt_hash    text        not null unique check (length(receipt_hash) = 71),
  state           text        not null check (state in ('received', 'assigned', 'handling', 'asking',
                                                        'drafted', 'published', 'withheld', 'merged',
                                                        'refused')),
  region_id       integer     not null references regions,
  kind            text        not null check (length(kind) <= 20),
  complexity      text        not null default 'ordinary' check (complexity in ('ordinary', 'complex')),
  unit_id         integer     references units,
  responsible_id  integer     references units,
  -- The unit that the writer addressed: a hint to the triage.
  addressed_to    integer     references units,
  title           text        not null check (length(title) between 1 and 100),
  text            text        not null check (length(text) between 1 and 5000),
  text_hash       text        not null check (length(text_hash) = 71),
  may_publish     boolean     not null,
  suspicion       text[]      not null default '{}',
  via             text        not null default 'portal' check (via in ('portal', 'open311', 'office')),
  received_at     timestamptz not null,
  returned_by     integer[]   not null default '{}',
  lead_id         integer     references inquiries,
  met_at          timestamptz,
  is_late         boolean     not null default false,
  ended_at        timestamptz,
  reopened_at     timestamptz,
  changed_at      timestamptz not null,
  extension       text        not null default 'none'
                              check (extension in ('none', 'asked', 'granted', 'refused')),
  -- {amount, reason}, while it is asked for.
  extension_ask   jsonb,
  -- {text, title, question, by}: what waits for review.
  draft           jsonb,
  question        text        check (length(question) <= 2000),
  answer          text        check (length(answer) <= 8000),
  answered_at     timestamptz,
  answered_by     integer     references units,
  withheld_for    text        check (length(withheld_for) <= 40),
  refused_for     text        check (length(refused_for) <= 40),
  moved_from      integer     references units,
  satisfaction    text        check (length(satisfaction) <= 40),
  rating_comment  text        check (length(rating_comment) <= 1000),
  rated_at        timestamptz,
  search          text        not null default '',
  pairs           text[]      not null default '{}',
  version         integer     not null default 1
);
create index inquiries_by_unit on inquiries (unit_id, id desc);
create index inquiries_by_responsible on inquiries (responsible_id, id desc);
create index inquiries_open on inquiries (state, id desc) where ended_at is null;
create index inquiries_received on inquiries (received_at);
create index inquiries_by_lead on inquiries (lead_id) where lead_id is not null;
create index inquiries_by_text on inquiries (text_hash, received_at);
create index inquiries_extension on inquiries (id desc) where extension = 'asked';
create index inquiries_pairs on inquiries using gin (pairs) with (fastupdate = off);

create function keep_report_search() returns trigger language plpgsql as $$ begin
  new.search := searchable(concat_ws(' ', new.page_url, new.text));
  new.pairs := pairs_of(new.search);
  return new;
end $$;
create trigger error_reports_search before insert or update of page_url, text on error_reports
  for each row execute function keep_report_search();
create function keep_inquiry_search() returns trigger language plpgsql as $$ begin
  new.search := searchable(concat_ws(' ', new.title, new.text));
  new.pairs := pairs_of(new.search);
  return new;
end $$;
create trigger inquiries_search before insert or update of title, text on inquiries
  for each row execute function keep_inquiry_search();

-- Units that help with an inquiry (协办).
create table inquiry_helpers (
  inquiry_id   integer     not null references inquiries on delete cascade,
  unit_id      integer     not null references units,
  asked_at     timestamptz not null,
  reason       text        not null check (length(reason) <= 2000),
  opinion      text        check (length(opinion) <= 8000),
  answered_at  timestamptz,
  primary key (inquiry_id, unit_id)
);
create index inquiry_helpers_by_unit on inquiry_helpers (unit_id, inquiry_id);

-- What happened, in order; the texts of both sides stand here and nowhere is one taken away.
create table matter_events (
  id         bigint      generated always as identity primary key,
  thing      text        not null check (thing in ('error-report', 'inquiry')),
  thing_id   integer     not null,
  at         timestamptz not null,
  what       text        not null check (length(what) <= 40),
  -- Where it stood afterwards.
  state      text        not null check (length(state) <= 20),
  is_late    boolean     not null default false,
  person_id  integer     references people,
  unit_id    integer     references units,
  text       text        check (length(text) <= 8000),
  -- Whether the writer may see this line.
  is_open    boolean     not null,
  data       jsonb
);
create index matter_events_of on matter_events (thing, thing_id, id);

-- How writers may be reached: sealed with a key that is not in the database.
create table matter_contacts (
  thing     text        not null check (thing in ('error-report', 'inquiry')),
  thing_id  integer     not null,
  sealed    bytea       not null,
  kept_at   timestamptz not null,
  primary key (thing, thing_id)
);

-- The ledger's lines about matters lie in their regions, as the others do.
alter function ledger_regions(text, bigint) rename to ledger_regions_of_office;
create function ledger_regions(thing text, thing_id bigint) returns setof integer
language plpgsql stable as $$ begin
  if thing = 'inquiry' then
    return query select m.region_id from inquiries m where m.id = thing_id;
  elsif thing = 'error-report' then
    return query select m.region_id from error_reports m where m.id = thing_id;
  else
    return query select * from ledger_regions_of_office(thing, thing_id);
  end if;
end $$;
`;
