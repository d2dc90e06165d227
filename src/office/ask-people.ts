import { Refusal } from '#base/refusal.ts';
import { reachOf } from '#domain/rights.ts';
import { type ApiToken, listTokens } from '#store/api-tokens.ts';
import { ledgerAfter, type LedgerBreak, verifyLedger } from '#store/ledger.ts';
import type { LedgerEntry } from '#domain/ledger.ts';
import { holdsAll } from '#store/regions.ts';
import { findPerson, listPeople, type PersonRow } from '#store/people.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf } from './page-of.ts';
import { personAt } from './person-at.ts';

/** People of the actor's regions with their posts, by their numbers. */
export async function askPeople(
  desk: Desk,
  { after, limit }: { after?: number; limit: number },
): Promise<Page<PersonRow>> {
  const rows = await listPeople(desk.db, reachOf(desk.actor, 'person.read'), {
    ...(after !== undefined && { after }),
    limit: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => row,
  );
}

export async function askPerson(desk: Desk, id: number): Promise<PersonRow> {
  return await personAt(desk, desk.db, id);
}

/** The person who asks. */
export async function askMe(desk: Desk): Promise<PersonRow> {
  const { actor } = desk;
  const person = actor.kind === 'person' ? await findPerson(desk.db, actor.id) : null;
  if (person === null) throw new Refusal('sign-in-needed');
  return person;
}

/** Tokens of the person who asks. */
export async function askTokens({ db, actor }: Desk): Promise<ApiToken[]> {
  return actor.kind === 'person' ? await listTokens(db, actor.id) : [];
}

/**
 * The ledger, oldest first: whole for who holds the right in every region there is, for others the
 * lines of their regions. What lies in no region (settings, the calendar) is of the whole.
 */
export async function askLedger(
  desk: Desk,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<Page<LedgerEntry>> {
  const reach = reachOf(desk.actor, 'ledger.read');
  const isWhole = reach === null || (await holdsAll(desk.db, reach.regions));
  const rows = await ledgerAfter(desk.db, after, limit + 1, isWhole ? null : reach.regions);
  return pageOf(
    rows,
    limit,
    ({ number }) => number,
    (row) => row,
  );
}

/** Reads the whole ledger and says whether it holds. */
export async function askWhetherLedgerHolds({
  db,
}: Desk): Promise<{ lines: number; head: string; broken: LedgerBreak | null }> {
  return await verifyLedger(db);
}
