import { type LedgerBreak, verifyLedger } from '#store/ledger.ts';
import { findStrangeHead, listLedgerHeads } from '#store/ledger-heads.ts';
import type { Desk } from './desk.ts';

/** What a check of the ledger came to. */
export interface LedgerCheck {
  isWhole: boolean;
  lines: number;
  /** Hash of the last line that holds. */
  head: string;
  broken: LedgerBreak | null;
  /** A day whose kept head is not in the ledger: all of it was written anew. */
  brokenHead: string | null;
}

/** Reads the whole ledger and holds it against the heads that were kept day by day. */
export async function askLedger({ db }: Desk): Promise<LedgerCheck> {
  const { lines, head, broken } = await verifyLedger(db);
  const brokenHead = await findStrangeHead(db);
  return { isWhole: broken === null && brokenHead === null, lines, head, broken, brokenHead };
}

/** A month of heads is told; all of them stand in the database. */
const MOST_HEADS = 31;

/** The heads of the ledger for everybody, the newest day first. */
export async function askLedgerHeads({ db }: Pick<Desk, 'db'>) {
  return await listLedgerHeads(db, MOST_HEADS);
}
