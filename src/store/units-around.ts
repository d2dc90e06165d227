import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { holding } from './like.ts';

/** A unit by its name, as whom one asks to help. */
export interface UnitAround {
  id: number;
  name: string;
  region: string;
}

/**
 * Units of some regions and of those above and below them, in the order of the official list.
 * @param regions paths of the regions; null: everywhere
 */
export async function listUnitsAround(
  db: Database,
  regions: readonly string[] | null,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<UnitAround[]> {
  const around =
    regions === null
      ? sql`true`
      : sql`exists (select from unnest(${[...regions]}::text[]) own
          where r.path like own || '%' or own like r.path || '%')`;
  const named = q === undefined ? sql`true` : sql`u.name ilike ${holding(q)}`;
  const { rows } = await sql<UnitAround>`
    select u.id, u.name, r.name as region from units u join regions r on r.id = u.region_id
    where ${around} and ${named} order by u.position, u.id limit ${limit}`.execute(db);
  return rows;
}
