import { countWork, type WorkCount } from '#store/count-work.ts';
import type { Desk } from './desk.ts';

/** What waits, runs or stands, for who watches the service from outside: numbers, no contents. */
export async function askWork({ db, now }: Pick<Desk, 'db' | 'now'>): Promise<WorkCount[]> {
  return await countWork(db, now());
}
