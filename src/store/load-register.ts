import { sql } from 'kysely';
import type { Register, RegisteredSite, Unit } from '#domain/register.ts';
import type { Database } from './database/database.ts';
import { listRegions } from './regions.ts';

/** The whole register as it is now: an import is compared with it, an export is made of it. */
export async function loadRegister(db: Database): Promise<Register> {
  const regions = await listRegions(db, null);
  const { rows: units } = await sql<Unit>`
    select u.id, u.region_id as "regionId", u.parent_id as "parentId", u.name, u.path, u.position,
      u.version, coalesce(a.aliases, '{}') as aliases, coalesce(a.former, '{}') as "formerNames"
    from units u left join (
      select n.unit_id,
        array_agg(n.name order by n.name) filter (where n.kind = 'alias') as aliases,
        array_agg(distinct n.name) filter (where n.kind = 'official' and n.name <> o.name) as former
      from unit_names n join units o on o.id = n.unit_id group by n.unit_id
    ) a on a.unit_id = u.id
    order by u.position, u.id
  `.execute(db);
  const { rows: sites } = await sql<RegisteredSite>`
    select id, unit_id as "unitId", name, homepage, site_id_code as "siteIdCode", kind, state,
      position
    from sites order by position, id
  `.execute(db);
  return { regions, units, sites };
}
