import { deleteKeysBefore } from '#store/idempotency.ts';
import type { Desk } from './desk.ts';

const HOUR_MS = 3_600_000;

/** Forgets idempotency keys of acts that were done so long ago; gives how many. For a job. */
export async function forgetKeys({ db, now }: Desk, keyHours: number): Promise<number> {
  const before = new Date(Date.parse(now()) - keyHours * HOUR_MS).toISOString();
  return await deleteKeysBefore(db, before);
}
