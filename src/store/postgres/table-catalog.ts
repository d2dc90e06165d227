import type pg from 'pg';

/** A table as the catalog has it: columns that hold values of their own, tables it points to. */
export interface CatalogTable {
  name: string;
  columns: string[];
  pointsTo: string[];
}

/** All tables of schema `public`, each after those that its foreign keys point to. */
export async function listTables(client: pg.ClientBase): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid
             and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select distinct t.relname::text from pg_constraint k
             join pg_class t on t.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "pointsTo"
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
  );
  return inOrder(rows);
}

/** Names of sequences, those of identity columns included. */
export async function listSequences(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`,
  );
  return rows.map(({ name }) => name);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quotedTable(name: string): string {
  return `public.${quoted(name)}`;
}

/** Tables that point at each other in a circle come last, as they are. */
function inOrder(tables: readonly CatalogTable[]): CatalogTable[] {
  const ordered: CatalogTable[] = [];
  const placed = new Set<string>();
  const known = new Set(tables.map(({ name }) => name));
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter((table) =>
      table.pointsTo.every((name) => placed.has(name) || !known.has(name)),
    );
    if (ready.length === 0) return [...ordered, ...waiting];
    for (const table of ready) {
      ordered.push(table);
      placed.add(table.name);
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}
