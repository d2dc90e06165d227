import type { Site } from '#domain/site.ts';
import type { Office } from '#office/open-office.ts';
import { Agenda } from './agenda.ts';
import { type Chapter, chapters } from './chapters.ts';
import type { DemoClock } from './demo-clock.ts';
import { rounds } from './rounds.ts';
import type { Stage, StageCity } from './stage.ts';

/** What the history is played with. */
export interface HistoryOrder {
  office: Office;
  clock: DemoClock;
  city: StageCity;
  password: string;
  signal: AbortSignal;
  bench: Stage['bench'];
  /** Marks the data, before anything is in them. */
  begin(cityPort: number): Promise<void>;
  tell(chapter: Chapter, count: { done: number; of: number; tookMs: number }): void;
}

/** Plays the year before the demo into an empty office, chapter by chapter. */
export async function playHistory(order: HistoryOrder): Promise<void> {
  const { office, clock, city, password, signal, bench, tell } = order;
  const sites: readonly Site[] = await city.turn(rounds['2018q3']);
  await order.begin(city.port);
  const stage: Stage = {
    clock,
    agenda: new Agenda(clock, signal),
    office,
    signal,
    password,
    sites,
    city,
    bench,
    cast: { regionId: 0, people: new Map(), units: new Map(), others: new Map() },
  };
  for (const [index, chapter] of chapters.entries()) {
    signal.throwIfAborted();
    const startedMs = performance.now();
    await chapter.play(stage);
    const tookMs = Math.round(performance.now() - startedMs);
    tell(chapter, { done: index + 1, of: chapters.length, tookMs });
  }
}
