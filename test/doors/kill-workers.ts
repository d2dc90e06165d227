import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficeRange, ServiceProcess } from './office-range.ts';
import { untruthsOf } from './office-truths.ts';

/** Number between 0 and 1, the next of a seed's. */
export type Chance = () => number;

/** What a series of kills came to. */
export interface KilledOffice {
  kills: number;
  campaigns: number;
  /** What is not as it must be; empty as it should be. */
  untruths: string[];
}

const MOST_WAIT_MS = 1500;

/**
 * Runs campaigns with two workers and kills one or the other at random instants, starting another
 * each time, until `times` were killed; each campaign is then finished and held to the truth.
 */
export async function killWorkers(
  range: OfficeRange,
  times: number,
  chance: Chance,
  tell: (line: string) => void,
): Promise<KilledOffice> {
  const workers = [range.worker(), range.worker()];
  const untruths: string[] = [];
  let [kills, campaigns] = [0, 0];
  while (kills < times) {
    const id = await range.campaign();
    campaigns += 1;
    while (await isRunning(range, id)) {
      await sleep(kills < times ? chance() * MOST_WAIT_MS : 200);
      if (kills >= times) continue;
      await replace(workers, Math.floor(chance() * workers.length), range);
      kills += 1;
    }
    const wrong = await untruthsOf(range.office, range.city.truth, id);
    untruths.push(...wrong);
    tell(`campaign ${campaigns}, ${kills} kills: ${wrong.join('; ') || 'all true'}`);
  }
  await Promise.all(workers.map((worker) => worker.stop()));
  return { kills, campaigns, untruths };
}

async function replace(workers: ServiceProcess[], at: number, range: OfficeRange): Promise<void> {
  await workers[at]?.kill();
  const another = range.worker();
  workers[at] = another;
  await another.until('ready');
}

async function isRunning({ office }: OfficeRange, id: number): Promise<boolean> {
  const row = await office.db
    .selectFrom('campaigns')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.state === 'running';
}
