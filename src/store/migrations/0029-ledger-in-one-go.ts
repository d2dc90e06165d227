/**
 * Lines of the ledger are chained and placed many at a time: one statement for all lines that an
 * act hands over, where each line was an insert of its own that asked for its regions by itself.
 * What the lines say, their numbers and their hashes are as before.
 */
export const up = `
-- Handed over and taken away in the same transaction: packing it is work for nothing.
alter table ledger_waiting alter column lines set storage external;

-- The hash of a line follows from the one before it; without one, from the last in the ledger.
create function chain_line(before text, last text, number bigint, head text, tail text)
returns text language sql immutable as $$
  select 'sha256:' || encode(sha256(convert_to(head || ',"number":' || number ||
    ',"previousHash":"' || coalesce(before, last) || '",' || tail, 'UTF8')), 'hex')
$$;
create aggregate chained(last text, number bigint, head text, tail text) (
  sfunc = chain_line, stype = text
);

create or replace function append_to_ledger() returns trigger language plpgsql as $$
declare
  last_number bigint;
  last_hash text;
begin
  -- Whoever writes the next line holds it until the end of this commit, so the chain never forks.
  perform pg_advisory_xact_lock(7415001);
  select number, hash into last_number, last_hash from ledger order by number desc limit 1;
  last_number := coalesce(last_number, 0);
  last_hash := coalesce(last_hash, 'sha256:' || repeat('0', 64));
  insert into ledger (number, at, actor, act, thing, thing_id, before, after, reason,
    previous_hash, hash)
  select number, at, actor, act, thing, "thingId", before, after, reason,
    lag(hash, 1, last_hash) over (order by number), hash
  from (
    select line.*, last_number + position as number,
      chained(last_hash, last_number + position, head, tail)
        over (order by position rows unbounded preceding) as hash
    from rows from (
      jsonb_to_recordset(new.lines) as (head text, tail text, at timestamptz, actor text, act text,
        thing text, "thingId" bigint, before jsonb, after jsonb, reason text)
    ) with ordinality as line(head, tail, at, actor, act, thing, "thingId", before, after, reason,
      position)
  ) line order by number;
  delete from ledger_waiting where id = new.id;
  return null;
end $$;

-- In which regions a line lies, by what it is about. One statement, so that a query that asks for
-- many lines asks all of it at once.
drop trigger ledger_placed on ledger;
drop function place_ledger_line(), ledger_regions(text, bigint),
  ledger_regions_before_activations(text, bigint), ledger_regions_of_office(text, bigint);
create function ledger_regions(what text, which bigint) returns setof integer
language sql stable as $$
  select u.region_id from findings f join sites s on s.id = f.site_id
    join units u on u.id = s.unit_id where what in ('review', 'finding') and f.id = which
  union all select u.region_id from inspections i join sites s on s.id = i.site_id
    join units u on u.id = s.unit_id where what = 'inspection' and i.id = which
  union all select u.region_id from sites s join units u on u.id = s.unit_id
    where what = 'site' and s.id = which
  union all select u.region_id from explanations e join sites s on s.id = e.site_id
    join units u on u.id = s.unit_id where what = 'explanation' and e.id = which
  union all select u.region_id from appeals a join findings f on f.id = a.finding_id
    join sites s on s.id = f.site_id join units u on u.id = s.unit_id
    where what = 'appeal' and a.id = which
  union all select u.region_id from channels c join sites s on s.id = c.site_id
    join units u on u.id = s.unit_id where what = 'channel' and c.id = which
  union all select u.region_id from signals g join sites s on s.id = g.site_id
    join units u on u.id = s.unit_id where what = 'signal' and g.id = which
  union all select u.region_id from maintenance_windows w join sites s on s.id = w.site_id
    join units u on u.id = s.unit_id where what = 'maintenance' and w.id = which
  union all select u.region_id from units u where what = 'unit' and u.id = which
  union all select u.region_id from orders o join units u on u.id = o.unit_id
    where what = 'order' and o.id = which
  union all select u.region_id from deadlines d join units u on u.id = d.unit_id
    where what = 'deadline' and d.id = which
  union all select u.region_id from escalations e join units u on u.id = e.unit_id
    where what = 'escalation' and e.id = which
  union all select u.region_id from talks t join units u on u.id = t.unit_id
    where what = 'talk' and t.id = which
  union all select c.region_id from campaigns c where what = 'campaign' and c.id = which
  union all select c.region_id from circulars v join campaigns c on c.id = v.campaign_id
    where what = 'circular' and v.id = which
  union all select r.id from regions r where what = 'region' and r.id = which
  union all select w.region_id from webhooks w where what = 'webhook' and w.id = which
  union all select distinct p.region_id from posts p where what = 'person' and p.person_id = which
  union all select m.region_id from inquiries m where what = 'inquiry' and m.id = which
  union all select m.region_id from error_reports m where what = 'error-report' and m.id = which
  union all select a.region_id from rubric_activations a
    where what = 'rubric-activation' and a.id = which
$$;

create function place_ledger_lines() returns trigger language plpgsql as $$ begin
  insert into ledger_places (region_id, number)
  select region, line.number
  from lines line cross join lateral ledger_regions(line.thing, line.thing_id) as region;
  return null;
end $$;
create trigger ledger_placed after insert on ledger referencing new table as lines
  for each statement execute function place_ledger_lines();
`;
