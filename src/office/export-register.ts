import { canonicalLine } from '#base/canonical-json.ts';
import { present } from '#base/assert.ts';
import { may, reachOf } from '#domain/rights.ts';
import type { Region, Unit } from '#domain/register.ts';
import type { Database } from '#store/database/database.ts';
import { loadRegister } from '#store/load-register.ts';
import { registerVersion } from '#store/register-version.ts';
import { registerSheet, registerTable } from '#store/register-table.ts';
import { csvText } from '#store/sheet-cell.ts';
import { writeWorkbook } from '#store/workbook.ts';
import type { Desk } from './desk.ts';
import { regionAt } from './register-at.ts';

export interface ExportedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

type Form = 'csv' | 'xlsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Files of 14,000 sites are 2 MB each. */
const MAX_KEPT = 6;

/** Files of each database by what they show, the one asked for last at the end. */
const kept = new WeakMap<Database, Map<string, Promise<ExportedFile>>>();

/**
 * Units and sites of a region and all below it that the actor may see, as a file to import. A
 * file is made once for each version of the register, however many ask.
 */
export async function exportRegister(
  desk: Desk,
  { regionId, form }: { regionId: number; form: Form },
): Promise<ExportedFile> {
  const region = await regionAt(desk, desk.db, regionId, 'register.read');
  const version = await registerVersion(desk.db);
  const reach = reachOf(desk.actor, 'register.read');
  const key = canonicalLine({ version, region: region.id, form, reach });
  const files = kept.get(desk.db) ?? new Map<string, Promise<ExportedFile>>();
  kept.set(desk.db, files);
  const file = files.get(key) ?? makeFile(desk, region, form);
  files.delete(key);
  files.set(key, file);
  if (files.size > MAX_KEPT) files.delete(present(files.keys().next().value, 'some file is kept'));
  // A failure is told to those who wait for it, and not kept for others.
  file.catch(() => files.delete(key));
  return await file;
}

async function makeFile(desk: Desk, region: Region, form: Form): Promise<ExportedFile> {
  const register = await loadRegister(desk.db);
  const paths = new Map(register.regions.map(({ id, path }) => [id, path]));
  const shows = (unit: Unit) => {
    const place = { region: paths.get(unit.regionId) ?? '', unit: unit.path };
    return place.region.startsWith(region.path) && may(desk.actor, 'register.read', place);
  };
  const table = registerTable(register, shows);
  return form === 'csv'
    ? {
        name: 'register.csv',
        mediaType: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode(csvText(table)),
      }
    : { name: 'register.xlsx', mediaType: XLSX, bytes: writeWorkbook([registerSheet(table)]) };
}
