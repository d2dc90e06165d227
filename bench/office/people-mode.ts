import { setTimeout as sleep } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import { ask } from './ask.ts';
import type { Asker } from './askers.ts';
import { shareOf } from './figures.ts';
import type { Question } from './questions.ts';

/** How long somebody reads before asking again, in seconds: as office work goes, evenly spread. */
const READS = { least: 2, most: 5 };

/** Twenty people at their work, each asking something else each time. */
export interface PeopleFigures {
  requests: number;
  failed: number;
  p50: number;
  p95: number;
  p99: number;
  /** Those that took 300 ms or longer: question and ms. */
  slow: [string, number][];
}

/**
 * Every user asks one of the questions that are theirs, reads, and asks again, for so long. The
 * same seed asks the same in the same order.
 */
export async function playPeople(
  address: string,
  questions: readonly Question[],
  askers: readonly Asker[],
  { seconds, seed }: { seconds: number; seed: number },
): Promise<PeopleFigures> {
  const answered: { name: string; ms: number; ok: boolean }[] = [];
  const until = performance.now() + seconds * 1000;
  const work = async ({ login, headers, asks }: Asker, number: number) => {
    const mine = questions.filter(asks);
    const random = randomOf(seed + number);
    await sleep(random() * READS.most * 1000);
    while (performance.now() < until) {
      const { name, path } = mine[Math.floor(random() * mine.length)] as Question;
      const { ms, status } = await ask(address, `/api/v1${path(Math.floor(random() * 1e4))}`, {
        headers: { ...headers, 'accept-encoding': 'gzip' },
      });
      const ok = status === 200;
      if (!ok) process.stderr.write(`${login}: ${name}: ${status}\n`);
      answered.push({ name, ms, ok });
      await sleep((READS.least + random() * (READS.most - READS.least)) * 1000);
    }
  };
  await Promise.all(askers.map(work));
  const times = answered.map(({ ms }) => ms);
  return {
    requests: answered.length,
    failed: answered.filter(({ ok }) => !ok).length,
    p50: shareOf(times, 0.5),
    p95: shareOf(times, 0.95),
    p99: shareOf(times, 0.99),
    slow: answered
      .filter(({ ms }) => ms >= 300)
      .toSorted((a, b) => b.ms - a.ms)
      .map(({ name, ms }) => [name, Math.round(ms)]),
  };
}

/** Numbers from 0 to below 1 that follow from a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
