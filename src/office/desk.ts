import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { LedgerNote } from '#domain/ledger.ts';
import { mayMove, type StateOf, type Thing } from '#domain/moves.ts';
import type { Actor, Place } from '#domain/person.ts';
import { may, type RightName, rights } from '#domain/rights.ts';
import type { Settings } from '#domain/settings.ts';
import type { Database, Tx } from '#store/database/database.ts';
import { inTransaction } from '#store/database/transactions.ts';
import { moveState } from '#store/database/move-state.ts';
import { appendAllToLedger, appendToLedger } from '#store/ledger.ts';

/** How long a second factor counts as fresh. */
const SECOND_FACTOR_MS = 15 * 60_000;

/** Where acts are done: the database, who acts, and the time that is taken for now. */
export interface Desk {
  db: Database;
  actor: Actor;
  now(): Instant;
  /** The world's time, where the office lives by a clock of its own: authenticators go by it. */
  worldNow?(): Instant;
  /** Private networks that campaigns may look into, as CIDR: the installation's to say. */
  allowNet?: readonly string[];
  /** Where inspections keep their evidence. */
  evidenceDir: string;
  /** The installation's settings, to be shown; as they come where they are left out. */
  settings?: Settings;
  /** What matters of the public need; missing: they are kept without contact data. */
  publicSide?: PublicSide;
  /** Told of what broke on our side without ending the act. */
  tell?(error: unknown): void;
}

/** What an installation sets for matters of the public. */
export interface PublicSide {
  /** 32 bytes that contact data is sealed with; not in the database. */
  secret: Uint8Array;
  /** Id of the clock that error reports are answered by: `error-report-hubei`. */
  errorReportClock: string;
  /** Contact data is erased so many days after a matter ended. */
  contactDays: number;
}

/** What matters of the public need. Refuses `contact-key-missing` where nothing was set. */
export function requirePublicSide({ publicSide }: Pick<Desk, 'publicSide'>): PublicSide {
  if (!publicSide) throw new Refusal('contact-key-missing');
  return publicSide;
}

/** An act in progress: its transaction, the one instant it happens at, and its lines to write. */
export interface Act {
  tx: Tx;
  actor: Actor;
  at: Instant;
  /** Puts a line into the ledger. */
  note(note: Partial<LedgerNote> & Pick<LedgerNote, 'act' | 'thing'>): Promise<void>;
  /** Puts many lines into the ledger at once. */
  noteAll(notes: readonly LedgerNote[]): Promise<void>;
}

/**
 * Does an act once: all of it or nothing, its ledger lines included. Decide by pure rooms, then
 * call `act.tx` and `act.note`. At a joint desk (`together.ts`) it is a part of what is done there.
 */
export async function perform<T>(desk: Desk, work: (act: Act) => Promise<T>): Promise<T> {
  const at = desk.now();
  return await inTransaction(desk.db, (tx) =>
    work({
      tx,
      actor: desk.actor,
      at,
      note: async (note) => {
        const line = { thingId: null, before: null, after: null, reason: null, ...note };
        await appendToLedger(tx, line, at, signature(desk.actor));
      },
      noteAll: async (notes) => {
        if (notes.length > 0) await appendAllToLedger(tx, notes, at, signature(desk.actor));
      },
    }),
  );
}

/** How the ledger names who acted: by number, so that a name can be forgotten. */
export function signature(actor: Actor): string {
  if (actor.kind === 'public') return 'public';
  return actor.kind === 'person' ? `person:${actor.id}` : `job:${actor.name}`;
}

/** Refuses an act that the actor may not do there, or whose second factor is not fresh. */
export function requireRight(
  { actor, now }: Pick<Desk, 'actor' | 'now'>,
  name: RightName,
  place: Place,
): void {
  if (!may(actor, name, place)) throw new Refusal('right-missing', { right: name });
  if (actor.kind !== 'person' || !('secondFactor' in rights[name])) return;
  const freshSince = Date.parse(now()) - SECOND_FACTOR_MS;
  if (actor.secondFactorAt === null || Date.parse(actor.secondFactorAt) < freshSince) {
    throw new Refusal('second-factor-needed', { right: name });
  }
}

/** Refuses that one matter passes the same person twice where two are asked for. */
export function requireAnother(actor: Actor, before: number | null): void {
  if (actor.kind === 'person' && actor.id === before) throw new Refusal('same-person');
}

/**
 * Moves a thing on, with its ledger line. Refuses a move that the table of moves has not, and one
 * that somebody else made first.
 */
export async function move<T extends Thing>(
  act: Act,
  thing: T,
  id: number,
  { from, to }: { from: StateOf<T>; to: StateOf<T> },
  {
    changes = {},
    reason = null,
  }: { changes?: Record<string, unknown>; reason?: string | null } = {},
): Promise<void> {
  if (!mayMove(thing, from, to)) throw new Refusal('move-unknown', { thing, from, to });
  if (!(await moveState(act.tx, thing, id, { from, to }, changes))) {
    throw new Refusal('moved-meanwhile', { thing, id });
  }
  await act.note({
    act: `${thing}.${to}`,
    thing,
    thingId: id,
    before: { state: from },
    after: { state: to },
    reason,
  });
}
