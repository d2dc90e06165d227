import { type CivilDate, parseCivilDate } from '#base/civil-date.ts';
import { listLedgerHeads } from '#store/ledger-heads.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';

/** Number and hash of the last line of the ledger of a day. */
export interface LedgerHead {
  day: CivilDate;
  number: number;
  hash: string;
}

/**
 * The heads of the ledger day by day, newest first, for everybody: who keeps them, or has them
 * countersigned, can hold any later ledger against them. A page ends with a day as `20190531`.
 */
export async function askLedgerHeads(
  { db }: Pick<Desk, 'db'>,
  { after, limit: asked }: { after?: number | undefined; limit?: number | undefined },
): Promise<Page<LedgerHead>> {
  const limit = pageSize(asked);
  const before = after === undefined ? undefined : dayOf(after);
  return pageOf(
    await listLedgerHeads(db, limit + 1, before),
    limit,
    ({ day }) => Number(day.replaceAll('-', '')),
    (row) => row,
  );
}

const FIRST_DAY: CivilDate = '0001-01-01';

/** Any number is some text; one that is no day has no days before it. */
function dayOf(number: number): CivilDate {
  const text = String(number).padStart(8, '0').slice(-8);
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return parseCivilDate(day) ?? FIRST_DAY;
}
