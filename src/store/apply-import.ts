import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { ImportPlan, PlannedSite, PlannedUnit } from '#domain/import-plan.ts';
import type { Unit } from '#domain/register.ts';
import type { Tx } from './database/database.ts';
import { toJson } from './json-column.ts';
import { domainOf } from './site-domains.ts';
import { recordVersions } from './site-history.ts';
import { keyNotIn } from './sites.ts';

/** More new rows than this make the database's own figures of its tables wrong. */
const MANY = 500;

/** Numbers that an import gave to what is new. */
export interface Imported {
  unitIds: number[];
  siteIds: number[];
  /** The day on which some site was changed last, when that is after `day`: nothing stands. */
  since: CivilDate | null;
}

/**
 * Does what a plan without mistakes says, table by table. The caller holds the register and has
 * made sure that it still is the one the plan was made for.
 */
export async function applyImport(
  tx: Tx,
  plan: ImportPlan,
  units: readonly Unit[],
  day: CivilDate,
): Promise<Imported> {
  // As much as somebody waits for, not as long as a question may take.
  await sql`set local statement_timeout = '5min'`.execute(tx);
  const ids = await insertUnits(tx, plan.units, units, day);
  const changed = plan.units.filter(({ id }) => id > 0);
  await setParents(tx, changed, ids);
  await setPositions(tx, changed);
  await insertAliases(tx, plan.units, ids);
  const sites = plan.sites.map(({ facts, ...site }) => ({
    ...site,
    facts: { ...facts, unitId: ids.get(facts.unitId) ?? facts.unitId },
  }));
  const siteIds = await insertSites(tx, sites, day);
  const since = await updateSites(tx, sites, day);
  const unitIds = [...ids.values()];
  if (unitIds.length + siteIds.length > MANY) {
    // Until the database has counted anew, it plans for the register as it was before.
    await sql`analyze regions, units, unit_names, sites, site_versions, site_domains`.execute(tx);
  }
  return { unitIds, siteIds, since };
}

/** New units, each parent before its children. Gives the number each provisional one got. */
async function insertUnits(
  tx: Tx,
  planned: readonly PlannedUnit[],
  units: readonly Unit[],
  day: CivilDate,
): Promise<Map<number, number>> {
  const added = planned.filter(({ id }) => id < 0);
  const { rows: next } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('units', 'id'))::integer as id
    from generate_series(1, ${added.length}::integer)`.execute(tx);
  const ids = new Map(added.map(({ id }, order) => [id, next[order]?.id ?? 0]));
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const byId = new Map(added.map((unit) => [unit.id, unit]));
  const pathOf = (id: number): string => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const parentId = byId.get(id)?.parentId ?? null;
    const path = `${parentId === null ? '/' : pathOf(parentId)}${ids.get(id) ?? id}/`;
    paths.set(id, path);
    return path;
  };
  const rows = added.map(({ id, name, regionId, parentId, position }) => ({
    id: ids.get(id),
    region_id: regionId,
    parent_id: parentId === null ? null : (ids.get(parentId) ?? parentId),
    name,
    path: pathOf(id),
    position,
  }));
  await sql`
    insert into units (id, region_id, parent_id, name, path, position) overriding system value
    select id, region_id, parent_id, name, path, position
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (id integer, region_id integer,
      parent_id integer, name text, path text, position integer)`.execute(tx);
  await sql`
    insert into unit_names (unit_id, name, kind, from_day)
    select id, name, 'official', ${day}::date
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (id integer, name text)`.execute(tx);
  return ids;
}

/** All parents first, then all paths: of two units that change places neither is ever above. */
async function setParents(
  tx: Tx,
  changed: readonly PlannedUnit[],
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  const moved = changed.filter(({ changes }) => changes.some(({ column }) => column === 'parent'));
  if (moved.length === 0) return;
  const rows = moved.map(({ id, parentId }) => ({
    id,
    parent_id: parentId === null ? null : (ids.get(parentId) ?? parentId),
  }));
  await sql`
    update units set parent_id = new.parent_id, version = version + 1
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (id integer, parent_id integer)
    where units.id = new.id`.execute(tx);
  await sql`
    with recursive tree as (
      select id, '/' || id || '/' as path from units where parent_id is null
      union all
      select units.id, tree.path || units.id || '/' from units join tree
        on units.parent_id = tree.id
    )
    update units set path = tree.path from tree
    where units.id = tree.id and units.path <> tree.path`.execute(tx);
}

async function setPositions(tx: Tx, changed: readonly PlannedUnit[]): Promise<void> {
  const moved = changed.filter(({ changes }) =>
    changes.some(({ column }) => column === 'position'),
  );
  if (moved.length === 0) return;
  const rows = toJson(moved.map(({ id, position }) => ({ id, position })));
  await sql`
    update units set position = new.position, version = version + 1
    from jsonb_to_recordset(${rows}::jsonb) as new (id integer, position integer)
    where units.id = new.id`.execute(tx);
  await sql`
    update sites set position = new.position
    from jsonb_to_recordset(${rows}::jsonb) as new (id integer, position integer)
    where sites.unit_id = new.id`.execute(tx);
}

async function insertAliases(
  tx: Tx,
  planned: readonly PlannedUnit[],
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = planned.flatMap(({ id, aliases }) =>
    aliases.map((name) => ({ unit_id: ids.get(id) ?? id, name })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into unit_names (unit_id, name, kind)
    select unit_id, name, 'alias'
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (unit_id integer, name text)`.execute(
    tx,
  );
}

async function insertSites(
  tx: Tx,
  sites: readonly PlannedSite[],
  day: CivilDate,
): Promise<number[]> {
  const added = sites.filter(({ id }) => id === null);
  if (added.length === 0) return [];
  const taken = await tx.selectFrom('sites').select('key').execute();
  const keys = new Set(taken.map(({ key }) => key));
  const rows = added.map(({ facts }) => {
    const key = keyNotIn(keys, facts.homepage);
    keys.add(key);
    return { ...facts, key, domain: domainOf(facts.homepage) };
  });
  const { rows: made } = await sql<{ id: number }>`
    insert into sites (key, unit_id, name, homepage, site_id_code, kind, state, position)
    select new.key, new."unitId", new.name, new.homepage, new."siteIdCode", new.kind, new.state,
      units.position
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (key text, "unitId" integer,
      name text, homepage text, "siteIdCode" text, kind text, state text)
    join units on units.id = new."unitId"
    returning id`.execute(tx);
  await sql`
    insert into site_domains (site_id, domain, is_main, from_day)
    select sites.id, new.domain, true, ${day}::date
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (key text, domain text)
    join sites on sites.key = new.key where new.domain is not null`.execute(tx);
  const ids = made.map(({ id }) => id);
  await recordVersions(tx, ids, day, null);
  return ids;
}

async function updateSites(
  tx: Tx,
  sites: readonly PlannedSite[],
  day: CivilDate,
): Promise<CivilDate | null> {
  const changed = sites.flatMap(({ id, facts, changes }) =>
    id === null
      ? []
      : [{ ...facts, id, isMoved: changes.some((one) => one.column === 'homepage') }],
  );
  if (changed.length === 0) return null;
  const rows = changed.map((site) => ({
    ...site,
    domain: site.isMoved ? domainOf(site.homepage) : null,
  }));
  await sql`
    update sites set unit_id = new."unitId", name = new.name, homepage = new.homepage,
      site_id_code = new."siteIdCode", kind = new.kind, state = new.state,
      position = units.position, version = sites.version + 1
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (id integer, "unitId" integer,
      name text, homepage text, "siteIdCode" text, kind text, state text)
    join units on units.id = new."unitId"
    where sites.id = new.id`.execute(tx);
  await sql`
    update site_domains set is_main = false
    where site_id in (select id from jsonb_to_recordset(${toJson(rows)}::jsonb)
      as new (id integer, domain text) where domain is not null)`.execute(tx);
  await sql`
    insert into site_domains (site_id, domain, is_main, from_day)
    select id, domain, true, ${day}::date
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as new (id integer, domain text)
    where domain is not null
    on conflict (site_id, domain) do update set is_main = true, to_day = null`.execute(tx);
  return await recordVersions(
    tx,
    changed.map(({ id }) => id),
    day,
    null,
  );
}
