import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Database } from '#store/database/database.ts';
import { type DemoRow, findDemo, insertDemo, newestLedgerAt, updateDemo } from '#store/demo.ts';
import { onDisk } from '#store/disk-refusal.ts';
import { listRegions } from '#store/regions.ts';

type Base = { db: Database };

/**
 * What the data say of the demo they are of; null for empty ones. Refuses data of an office: a
 * demo is never played into them.
 */
export async function askDemo({ db }: Base): Promise<DemoRow | null> {
  const demo = await findDemo(db);
  if (demo === null && (await listRegions(db, null)).length > 0) {
    throw new Refusal('demo-in-office');
  }
  return demo;
}

/** Marks empty data as a demo's, before anything else is in them. */
export async function beginDemo({ db }: Base, row: Omit<DemoRow, 'historyAt'>): Promise<void> {
  await insertDemo(db, row);
}

/** Keeps what the demo's clock says. */
export async function keepDemoClock(
  { db }: Base,
  clock: { clockAt: Instant; keptAt: Instant },
): Promise<void> {
  await updateDemo(db, clock);
}

/** Says that the history is complete: from now on the data are resumed, not made anew. */
export async function endDemoHistory(
  { db }: Base,
  clock: { clockAt: Instant; keptAt: Instant },
): Promise<void> {
  await updateDemo(db, { ...clock, historyAt: clock.clockAt });
}

/** When something last happened in the data, by their own clock; null: nothing ever did. */
export async function askLastAct({ db }: Base): Promise<Instant | null> {
  return await newestLedgerAt(db);
}

/** Refuses to work by the world's clock on data that live by the demo's. */
export async function refuseDemoData({ db }: Base): Promise<void> {
  if ((await findDemo(db)) !== null) throw new Refusal('demo-data');
}

/** Says of a folder that all in it is the demo's and may be deleted. */
const MARK = 'xunwang-demo.txt';
const WORDS =
  '巡网演示数据，可随时删除。 Data of the demo of Xunwang: may be deleted at any time.\n';

/** Marks a folder as the demo's, making it where needed. Refuses one that holds other things. */
export function markDemoFolder(dir: string): void {
  const path = resolve(dir);
  onDisk(path, () => mkdirSync(path, { recursive: true }));
  if (existsSync(join(path, MARK))) return;
  if (onDisk(path, () => readdirSync(path)).length > 0) {
    throw new Refusal('demo-folder-foreign', { dir: path });
  }
  onDisk(path, () => writeFileSync(join(path, MARK), WORDS));
}

/** Whether there is something to delete: false where no demo was yet. Refuses what is none. */
export function isDemoFolder(dir: string): boolean {
  const path = resolve(dir);
  if (!existsSync(path) || readdirSync(path).length === 0) return false;
  if (!existsSync(join(path, MARK))) throw new Refusal('demo-folder-foreign', { dir: path });
  return true;
}

/** Deletes a demo's folder with all in it. */
export function forgetDemoFolder(dir: string): void {
  if (!isDemoFolder(dir)) return;
  const path = resolve(dir);
  onDisk(path, () => rmSync(path, { recursive: true, force: true }));
}
