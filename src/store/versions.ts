import { sql } from 'kysely';
import type { Tx } from './database/database.ts';
import { lockCampaign } from './campaigns.ts';
import { holdRegister } from './register-version.ts';

/** Tables of the things that count their versions, by what routes call the things. */
const tables = {
  person: 'people',
  unit: 'units',
  site: 'sites',
  campaign: 'campaigns',
  inspection: 'inspections',
  finding: 'findings',
  circular: 'circulars',
  order: 'orders',
  escalation: 'escalations',
  talk: 'talks',
  deadline: 'deadlines',
} as const;
export type VersionedThing = keyof typeof tables;

/** Whether things of that name count their versions. */
export function isVersioned(name: string): name is VersionedThing {
  return Object.hasOwn(tables, name);
}

/**
 * The version of a thing, held until the transaction ends; null when there is none of that number.
 * What acts on it hold first (the register, its campaign) is held first here too, or two who come
 * from both ends would wait for each other.
 */
export async function lockVersion(
  tx: Tx,
  thing: VersionedThing,
  id: number,
): Promise<number | null> {
  if (thing === 'unit' || thing === 'site') await holdRegister(tx);
  if (thing === 'inspection' || thing === 'finding' || thing === 'circular') {
    const { rows } = await sql<{ campaign: number }>`
      select campaign_id as campaign from ${sql.table(tables[thing])} where id = ${id}`.execute(tx);
    const [row] = rows;
    if (row) await lockCampaign(tx, row.campaign);
  }
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(tables[thing])} where id = ${id} for no key update`.execute(tx);
  return rows[0]?.version ?? null;
}

/** Counts a change of a thing, unless what was done since `version` counted it already. */
export async function countChange(
  tx: Tx,
  thing: VersionedThing,
  { id, version }: { id: number; version: number },
): Promise<void> {
  await sql`update ${sql.table(tables[thing])} set version = version + 1
    where id = ${id} and version = ${version}`.execute(tx);
}
