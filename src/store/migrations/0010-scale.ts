/** What many sites and many rounds ask for: indexes, kept keys without secrets, ledger by region. */
export const up = `
-- A key is kept with its act or not at all: what hangs in between was never done, and what was
-- answered with a secret is not kept any more.
delete from idempotency_keys where status is null;
alter table idempotency_keys
  alter column status set not null,
  add column is_secret boolean not null default false;
update idempotency_keys set is_secret = true, response = null
  where response ?| array['token', 'secret', 'uri'];
create index idempotency_keys_by_age on idempotency_keys (created_at);

create index appeals_of_finding on appeals (finding_id);
create index explanations_of_site on explanations (site_id);

-- In which regions each line of the ledger lies, for who may read those only. Told by the register
-- when the line is written; no part of the chain, and nothing that could not be told again.
create table ledger_places (
  region_id  integer not null references regions,
  number     bigint  not null,
  primary key (region_id, number)
);

create function ledger_regions(what text, which bigint) returns setof integer
language plpgsql stable as $$
declare
  of_site integer := null;
  of_unit integer := null;
begin
  if what in ('review', 'finding') then
    select site_id into of_site from findings where id = which;
  elsif what = 'inspection' then
    select site_id into of_site from inspections where id = which;
  elsif what = 'site' then
    of_site := which;
  elsif what = 'explanation' then
    select site_id into of_site from explanations where id = which;
  elsif what = 'appeal' then
    select f.site_id into of_site from appeals a join findings f on f.id = a.finding_id
      where a.id = which;
  elsif what = 'channel' then
    select site_id into of_site from channels where id = which;
  elsif what = 'signal' then
    select site_id into of_site from signals where id = which;
  elsif what = 'maintenance' then
    select site_id into of_site from maintenance_windows where id = which;
  elsif what = 'unit' then
    of_unit := which;
  elsif what = 'order' then
    select unit_id into of_unit from orders where id = which;
  elsif what = 'deadline' then
    select unit_id into of_unit from deadlines where id = which;
  elsif what = 'escalation' then
    select unit_id into of_unit from escalations where id = which;
  elsif what = 'talk' then
    select unit_id into of_unit from talks where id = which;
  elsif what = 'campaign' then
    return query select region_id from campaigns where id = which;
  elsif what = 'circular' then
    return query select c.region_id from circulars v join campaigns c on c.id = v.campaign_id
      where v.id = which;
  elsif what = 'region' then
    return query select id from regions where id = which;
  elsif what = 'webhook' then
    return query select region_id from webhooks where id = which;
  elsif what = 'person' then
    return query select distinct region_id from posts where person_id = which;
  end if;
  if of_site is not null then
    select unit_id into of_unit from sites where id = of_site;
  end if;
  if of_unit is not null then
    return query select region_id from units where id = of_unit;
  end if;
end $$;

create function place_ledger_line() returns trigger language plpgsql as $$ begin
  insert into ledger_places (region_id, number)
  select region, new.number from ledger_regions(new.thing, new.thing_id) as region;
  return null;
end $$;
create trigger ledger_placed after insert on ledger
  for each row execute function place_ledger_line();

-- Millions of lines take a minute.
set local statement_timeout = 0;
insert into ledger_places (region_id, number)
select region, number from ledger cross join lateral ledger_regions(thing, thing_id) as region
order by region, number;
`;
