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

-- Lists of one round are read in their own order, from where the page before ended.
create index findings_in_order on findings (campaign_id, id);
create index findings_by_kind on findings (kind, id);
create index findings_counted on findings (campaign_id, state, review, kind);
drop index findings_of_campaign;
create index inspections_counted on inspections (campaign_id, state, verdict);
create index orders_of_campaign on orders (campaign_id, id);
create index orders_by_state on orders (state, id);
create index order_items_of_finding on order_items (finding_id);
drop index deadlines_open;
create index deadlines_running on deadlines (due_at, id)
  where met_at is null and void_at is null;
create index signals_standing on signals (id) where cleared_at is null;
create index escalations_by_state on escalations (state, id);
create index appeals_of_finding on appeals (finding_id);
create index explanations_of_finding on explanations (finding_id);
create index explanations_of_site on explanations (site_id);

-- Of which round an appeal is, so that the appeals of a round are found by themselves.
alter table appeals add column campaign_id integer references campaigns;
update appeals set campaign_id = f.campaign_id from findings f where f.id = appeals.finding_id;
alter table appeals alter column campaign_id set not null;
create index appeals_of_campaign on appeals (campaign_id, id);
create function keep_appeal_campaign() returns trigger language plpgsql as $$ begin
  select campaign_id into new.campaign_id from findings where id = new.finding_id;
  return new;
end $$;
create trigger appeals_campaign before insert on appeals
  for each row execute function keep_appeal_campaign();

-- How often the tables of each area have changed: a file made of them is the same file until then.
-- Counted at once and for good, whatever becomes of the transaction; store/changes.ts says why that
-- suffices.
create function count_area_change() returns trigger language plpgsql as $$ begin
  perform nextval(tg_argv[0]);
  return null;
end $$;
do $$
declare
  area text;
  home text;
  areas jsonb := '{
    "register": ["regions", "units", "unit_names", "sites", "site_versions", "site_domains",
                 "channels"],
    "campaigns": ["campaigns", "inspections", "findings", "explanations", "appeals"],
    "orders": ["orders", "order_items", "escalations", "talks"],
    "signals": ["signals"],
    "people": ["people", "posts"]
  }';
begin
  for area in select jsonb_object_keys(areas) loop
    execute format('create sequence %I', 'changes_of_' || area);
    perform nextval('changes_of_' || area);
    for home in select jsonb_array_elements_text(areas -> area) loop
      execute format('create trigger area_changed after insert or update or delete or truncate
        on %I for each statement execute function count_area_change(%L)',
        home, 'changes_of_' || area);
    end loop;
  end loop;
end $$;

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
