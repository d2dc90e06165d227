import { Refusal } from '#base/refusal.ts';
import { isConnectionLost, isDiskFull } from '#store/postgres/connect.ts';

/** What a failure of the database means for who acts; null when it is a bug of ours. */
export function databaseRefusal(error: unknown): Refusal | null {
  if (isDiskFull(error)) return new Refusal('database-full');
  return isConnectionLost(error) ? new Refusal('database-away') : null;
}
