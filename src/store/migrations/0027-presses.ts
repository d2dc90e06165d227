/** Rubrics put into force, views that people keep, and who said what of a channel. */
export const up = `
create table rubric_activations (
  id            integer     generated always as identity primary key,
  region_id     integer     not null references regions,
  rubric        text        not null check (length(rubric) between 1 and 60),
  version       text        not null check (length(version) <= 60),
  overlays      text[]      not null default '{}',
  -- Campaigns that judge as of this day or a later one get it by default.
  from_day      date        not null,
  reason        text        not null check (length(reason) between 1 and 2000),
  activated_by  integer     references people,
  activated_at  timestamptz not null,
  withdrawn_by  integer     references people,
  withdrawn_at  timestamptz
);
create index rubric_activations_by_region on rubric_activations (region_id, from_day);

create table saved_views (
  id         integer     generated always as identity primary key,
  person_id  integer     not null references people on delete cascade,
  -- Which list, by the name that the console gives it.
  list       text        not null check (length(list) between 1 and 40),
  name       text        not null check (length(name) between 1 and 40),
  -- The filters, as they stand in the address.
  search     text        not null check (length(search) <= 2000),
  saved_at   timestamptz not null,
  unique (person_id, list, name)
);

alter table channels
  -- Who confirmed or corrected it last, and when; null of one that nobody looked at.
  add column judged_by        integer references people,
  add column judged_at        timestamptz,
  -- Whether the clock is a person's. One that came with a rubric yields to the next rubric's.
  add column is_clock_judged  boolean not null default false;
update channels c set
  judged_at = l.at,
  judged_by = (select p.id from people p where l.actor = 'person:' || p.id)
from (
  select distinct on (thing_id) thing_id, at, actor from ledger
  where thing = 'channel' and act in ('channel.correct', 'channel.confirm')
  order by thing_id, number desc) l
where l.thing_id = c.id and c.origin <> 'discovered';
update channels c set is_clock_judged = true
where c.origin = 'corrected' and exists (
  select from ledger l where l.thing = 'channel' and l.thing_id = c.id and l.act = 'channel.correct'
    and l.before->>'clock' is distinct from l.after->>'clock');

-- The ledger's lines about activations lie in their regions.
alter function ledger_regions(text, bigint) rename to ledger_regions_before_activations;
create function ledger_regions(thing text, thing_id bigint) returns setof integer
language plpgsql stable as $$ begin
  if thing = 'rubric-activation' then
    return query select a.region_id from rubric_activations a where a.id = thing_id;
  else
    return query select * from ledger_regions_before_activations(thing, thing_id);
  end if;
end $$;
`;
