import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '#domain/site.ts';
import type { Actor } from '#domain/person.ts';
import type { Database } from '#store/database/database.ts';
import { migrate } from '#store/database/migrate.ts';
import type { Tables } from '#store/database/tables.ts';
import { connect } from '#store/postgres/connect.ts';
import { freshDatabase } from '#store/testing/fresh-database.ts';
import type { Desk } from '../desk.ts';

/** An office of one region that has some sites in its register, and nothing done yet. */
export interface SmallOffice {
  db: Database;
  url: string;
  evidenceDir: string;
  regionId: number;
  siteIds: number[];
  inspector: Desk;
  /** Of the unit of the first site. */
  editor: Desk;
  job: Desk;
  close(): Promise<void>;
}

/** Opens one with the sites of a simulated city, on a database of its own or one that is named. */
export async function openSmallOffice(
  sites: readonly Site[],
  at?: { url: string; evidenceDir: string },
): Promise<SmallOffice> {
  const fresh = at ? null : await freshDatabase();
  const url = at?.url ?? fresh?.url ?? '';
  const { db, pool, close } = connect<Tables>(url, { max: 12 });
  pool.on('connect', (client) => client.on('error', () => undefined));
  await migrate(db);
  const evidenceDir = at?.evidenceDir ?? mkdtempSync(join(tmpdir(), 'xunwang-evidence-'));
  const region = await register(db, sites);
  const desk = (actor: Actor): Desk => {
    return {
      db,
      actor,
      now: () => new Date().toISOString(),
      evidenceDir,
      allowNet: ['127.0.0.0/8'],
    };
  };
  const person = (id: number, role: 'inspector' | 'unit-editor', unit: string | null) =>
    desk({
      kind: 'person',
      id,
      name: `测试${role}`,
      posts: [{ role, place: { region: region.path, unit } }],
      secondFactorAt: null,
    });
  const [inspectorId = 0, editorId = 0] = await insertPeople(db);
  return {
    db,
    url,
    evidenceDir,
    regionId: region.id,
    siteIds: region.siteIds,
    inspector: person(inspectorId, 'inspector', null),
    editor: person(editorId, 'unit-editor', region.unitPath),
    job: desk({ kind: 'job', name: 'test' }),
    async close() {
      await close();
      await fresh?.drop();
      if (!at) rmSync(evidenceDir, { recursive: true, force: true });
    },
  };
}

async function register(db: Database, sites: readonly Site[]) {
  const { id } = await db
    .insertInto('regions')
    .values({ name: '模拟市', path: '/0/' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const path = `/${id}/`;
  await db.updateTable('regions').set({ path }).where('id', '=', id).execute();
  const siteIds: number[] = [];
  let unitPath = '';
  for (const [position, site] of sites.entries()) {
    const unit = await db
      .insertInto('units')
      .values({ region_id: id, name: site.unit, path: `/0/${position}/`, position })
      .returning('id')
      .executeTakeFirstOrThrow();
    const own = `/${unit.id}/`;
    unitPath ||= own;
    await db.updateTable('units').set({ path: own }).where('id', '=', unit.id).execute();
    const { key, homepage, siteIdCode: site_id_code, kind } = site;
    const made = await db
      .insertInto('sites')
      .values({ key, homepage, site_id_code, kind, name: key, unit_id: unit.id, position })
      .returning('id')
      .executeTakeFirstOrThrow();
    siteIds.push(made.id);
  }
  return { id, path, siteIds, unitPath };
}

async function insertPeople(db: Database): Promise<number[]> {
  const rows = await db
    .insertInto('people')
    .values(['inspector', 'editor'].map((login) => ({ login, name: `测试${login}` })))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
