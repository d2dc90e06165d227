import { type Expression, type SqlBool, sql } from 'kysely';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Reach } from '#domain/rights.ts';
import { holding } from './like.ts';

/**
 * The condition that a matter lies within a reach: in a region, or with a unit, which also sees
 * what it answers for and, of inquiries, what it helps with. The regions and units of a reach are
 * found once a query, not once a row. `m` is the matter's table.
 */
export function mattersWithin(reach: Reach | null, thing: MatterThing): Expression<SqlBool> {
  if (reach === null) return sql<SqlBool>`true`;
  const parts = [
    ...reach.regions.map(
      (path) => sql<SqlBool>`m.region_id = any(array(
        select id from regions where path like ${`${path}%`}))`,
    ),
    ...reach.units.map((path) => ofUnits(thing, path)),
  ];
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

/** The same for reading very many of them: the regions are joined, not compared one by one. */
export function manyWithin(reach: Reach | null, thing: MatterThing): Expression<SqlBool> {
  if (reach === null || reach.units.length > 0) return mattersWithin(reach, thing);
  const paths = reach.regions.map((path) => sql`path like ${`${path}%`}`);
  if (paths.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`m.region_id in (
    select id from regions where ${sql.join(paths, sql` or `)})`;
}

function ofUnits(thing: MatterThing, path: string) {
  const units = sql`any(array(select id from units where path like ${`${path}%`}))`;
  const helped =
    thing === 'inquiry'
      ? sql` or m.id = any(array(select inquiry_id from inquiry_helpers where unit_id = ${units}))`
      : sql``;
  return sql<SqlBool>`(m.unit_id = ${units} or m.responsible_id = ${units}${helped})`;
}

/**
 * The condition that a text holds a word of two characters or more: by the pairs of its characters,
 * then by the text itself. `m` has `pairs` and `search`.
 */
export function textHolds(word: string): Expression<SqlBool> {
  return sql<SqlBool>`m.pairs @> ${pairsOf(plainOf(word))}::text[] and ${textLike(word)}`;
}

/** The same by reading the texts: where few are left to read. */
export function textLike(word: string): Expression<SqlBool> {
  return sql<SqlBool>`m.search like ${holding(plainOf(word))}`;
}

function plainOf(word: string): string {
  return word.toLowerCase().replace(/\s+/g, '');
}

/** The pairs of characters that a search for a word goes by. */
export function pairsOfWord(word: string): string[] {
  return pairsOf(plainOf(word));
}

/** All pairs of neighbouring characters, each once; enough of them to find a row by. */
function pairsOf(word: string): string[] {
  const characters = [...word];
  const pairs = characters.slice(1).map((character, index) => characters[index] + character);
  return [...new Set(pairs)].slice(0, 30);
}
