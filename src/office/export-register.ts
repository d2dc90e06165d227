import { may } from '#domain/rights.ts';
import type { Region, Unit } from '#domain/register.ts';
import { loadRegister } from '#store/load-register.ts';
import { registerTable } from '#store/register-table.ts';
import type { Desk } from './desk.ts';
import type { GrowingFile, MadeFile } from './growing-file.ts';
import { keepFile } from './keep-file.ts';
import { regionAt } from './register-at.ts';
import { pagesOf, writeTable } from './write-table.ts';

type Form = 'csv' | 'xlsx';

/**
 * Units and sites of a region and all below it that the actor may see, as a file to import. Made
 * once for all who see the same, and kept until the register changes.
 */
export async function exportRegister(
  desk: Desk,
  { regionId, form }: { regionId: number; form: Form },
): Promise<GrowingFile> {
  const region = await regionAt(desk, desk.db, regionId, 'register.read');
  const key = { export: region.id, form };
  return await keepFile(desk, { key, right: 'register.read', restsOn: ['register'] }, (joint) =>
    makeFile(joint, region, form),
  );
}

async function makeFile(desk: Desk, region: Region, form: Form): Promise<MadeFile> {
  const register = await loadRegister(desk.db);
  const paths = new Map(register.regions.map(({ id, path }) => [id, path]));
  const shows = (unit: Unit) => {
    const place = { region: paths.get(unit.regionId) ?? '', unit: unit.path };
    return place.region.startsWith(region.path) && may(desk.actor, 'register.read', place);
  };
  const [head = [], ...rows] = registerTable(register, shows);
  const pages = pagesOf(rows, (row) => row);
  return writeTable({ name: 'register', form, head, pages, sheet: 'register' });
}
