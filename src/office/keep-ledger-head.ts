import { addDays, chinaDate, type CivilDate } from '#base/civil-date.ts';
import { insertLedgerHead, lastLineBefore } from '#store/ledger-heads.ts';
import type { Desk } from './desk.ts';

/**
 * Keeps the last line of the ledger of the day before, to be published with the open data: who
 * rewrites the ledger later contradicts what everybody has. Gives the day.
 */
export async function keepLedgerHead(desk: Desk): Promise<CivilDate> {
  const today = chinaDate(desk.now());
  const day = addDays(today, -1);
  const head = await lastLineBefore(desk.db, `${today}T00:00:00.000+08:00`);
  if (head !== null) await insertLedgerHead(desk.db, { day, ...head });
  return day;
}
