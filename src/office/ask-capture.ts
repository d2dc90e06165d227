import { Refusal } from '#base/refusal.ts';
import { findCapture } from '#store/captures.ts';
import type { Database } from '#store/database/database.ts';

/** One capture with its picture. Whose report it is, the caller has to ask. */
export async function askCapture(db: Database, id: number) {
  const capture = await findCapture(db, id);
  if (capture === null) throw new Refusal('not-found', { thing: 'capture', id });
  return capture;
}
