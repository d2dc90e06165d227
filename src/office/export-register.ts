import { may } from '#domain/rights.ts';
import type { Unit } from '#domain/register.ts';
import { loadRegister } from '#store/load-register.ts';
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

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Units and sites of a region and all below it that the actor may see, as a file to import. */
export async function exportRegister(
  desk: Desk,
  { regionId, form }: { regionId: number; form: 'csv' | 'xlsx' },
): Promise<ExportedFile> {
  const region = await regionAt(desk, desk.db, regionId, 'register.read');
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
