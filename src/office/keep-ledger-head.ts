import { addDays, chinaDate, type CivilDate } from '#base/civil-date.ts';
import { insertLedgerHead, lastLineBefore, listLedgerHeads } from '#store/ledger-heads.ts';
import type { Desk } from './desk.ts';

/** After so long a silence the days between are not made up for: their last line is the same. */
const MOST_DAYS = 400;

/**
 * Keeps the last line of the ledger of the day before, to be published: who rewrites the ledger
 * later contradicts what everybody has. Days that were missed, as nothing ran or a clock jumped
 * over midnight, are made up for. Gives the day.
 */
export async function keepLedgerHead(desk: Desk): Promise<CivilDate> {
  const today = chinaDate(desk.now());
  const yesterday = addDays(today, -1);
  const [newest] = await listLedgerHeads(desk.db, 1);
  const oldest = addDays(yesterday, -MOST_DAYS);
  const next = newest ? addDays(newest.day, 1) : yesterday;
  for (let day = next < oldest ? oldest : next; day <= yesterday; day = addDays(day, 1)) {
    const head = await lastLineBefore(desk.db, `${addDays(day, 1)}T00:00:00.000+08:00`);
    if (head !== null) await insertLedgerHead(desk.db, { day, ...head });
  }
  return yesterday;
}
