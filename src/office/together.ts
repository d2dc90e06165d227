import type { Tx } from '#store/database/database.ts';
import { bearLongWaits, isDeadlock } from '#store/database/transactions.ts';
import type { Desk } from './desk.ts';

/** The database gives one of two up that wait for each other; that one may try again. */
const MOST_TRIES = 3;

/** A desk whose every act belongs to one transaction. */
export interface JointDesk extends Desk {
  db: Tx;
}

/**
 * Does several things as one act: what is checked before, the act, what is kept of it. All of it
 * stands or nothing does. Acts at the joint desk make no transactions of their own.
 */
export async function together<T>(desk: Desk, work: (joint: JointDesk) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await desk.db.transaction().execute(async (tx) => {
        await bearLongWaits(tx);
        return await work({ ...desk, db: tx });
      });
    } catch (error) {
      if (tries === MOST_TRIES || !isDeadlock(error)) throw error;
    }
  }
}
