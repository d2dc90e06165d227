import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { applyImport } from '#store/apply-import.ts';
import { holdRegister } from '#store/register-version.ts';
import { type Desk, perform } from './desk.ts';
import { changedIn } from './preview-import.ts';
import { type ImportFile, readImport } from './read-import.ts';

/** What an import did. */
export interface ImportDone {
  addedUnits: number;
  addedSites: number;
  changed: number;
}

/**
 * Imports a file exactly as it was previewed. Refuses when the file or anything of the register
 * is not what it was then, and when there are mistakes.
 */
export async function importRegister(
  desk: Desk,
  file: ImportFile,
  token: string,
): Promise<ImportDone> {
  return await perform(desk, async (act) => {
    const version = await holdRegister(act.tx);
    const read = await readImport(desk, act.tx, file, version);
    const { plan, register } = read;
    if (plan.mistakes.length > 0) {
      throw new Refusal('import-mistaken', { count: plan.mistakes.length });
    }
    if (read.token !== token) throw new Refusal('register-moved');
    const changed = changedIn(plan);
    const day = chinaDate(act.at);
    if (plan.units.length + plan.sites.length === 0) {
      return { addedUnits: 0, addedSites: 0, changed: 0 };
    }
    const done = await applyImport(act.tx, plan, register.units, day);
    if (done.since !== null) {
      throw new Refusal('day-before-last-change', { day, since: done.since });
    }
    const { unitIds, siteIds } = done;
    const after = { token, unitIds, siteIds, changed };
    const id = file.regionId;
    await act.note({ act: 'register.import', thing: 'region', thingId: id, after });
    return {
      addedUnits: unitIds.length,
      addedSites: siteIds.length,
      changed: changed.length,
    };
  });
}
