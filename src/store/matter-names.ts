import { type RawBuilder, sql } from 'kysely';

// Names and paths of units and regions beside a matter `m`: looked up for what is shown only.

/** The name of the unit in a column; null where it is. */
export function unitName(column: string): RawBuilder<string | null> {
  return sql<string | null>`(select units.name from units where units.id = ${sql.ref(column)})`;
}

export function unitPath(id: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select units.path from units where units.id = ${id})`;
}

/** Name or path of the region that a matter lies in. */
export function regionOfMatter(column: 'name' | 'path'): RawBuilder<string> {
  return sql<string>`(select regions.${sql.ref(column)} from regions
    where regions.id = m.region_id)`;
}
