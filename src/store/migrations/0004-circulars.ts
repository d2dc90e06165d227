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
  -- Everybody who wrote on this version: none of them may sign it.
  written_by         integer[]   not null default '{}',
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

-- What was published stays byte for byte; a later version may only mark it as corrected.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if old.state not in ('published', 'corrected') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'corrected'
     and to_jsonb(new) - 'state' - 'version' = to_jsonb(old) - 'state' - 'version' then
    return new;
  end if;
  raise exception 'circular % was published and is never changed', old.id
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger published_stays before update or delete on circulars
  for each row execute function refuse_change_of_published();

create function refuse_change_of_published_file() returns trigger language plpgsql as $$
declare
  changed integer := case tg_op when 'INSERT' then new.circular_id else old.circular_id end;
begin
  if exists (select from circulars
             where id in (changed, case tg_op when 'UPDATE' then new.circular_id else changed end)
               and state in ('published', 'corrected')) then
    raise exception 'circular % was published: its files are never changed', changed
      using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_files_stay before insert or update or delete on circular_files
  for each row execute function refuse_change_of_published_file();
`;
