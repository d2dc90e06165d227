import { addDays, type CivilDate } from '#base/civil-date.ts';
import type { Probe } from '#domain/availability.ts';
import type { Outcome } from '#domain/visit.ts';
import { seededRng, type Rng } from '#city/rng.ts';
import { chinaInstant } from './demo-clock.ts';

/** A span of time, in milliseconds since 1970. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** What is to be seen of one site in a season. */
export interface SiteSeason {
  homepage: string;
  /** Of the chance: the same site and season give the same visits. */
  seed: string;
  from: CivilDate;
  to: CivilDate;
  down: Span[];
  ours: Span[];
}

/** Most of the year four visits a day, and the official twenty from here on. */
const TWENTY_SINCE: CivilDate = '2019-04-29';
const DAY_MS = 86_400_000;
/** A visit that fails though nothing is wrong. */
const CHANCE_OF_FAILURE = 0.003;
const TIMEOUT_MS = 15_000;
const HASH = `sha256:${'0'.repeat(64)}`;

/** The visits of a season, spaced over each day and jittered, as if they had been made. */
export function simulateProbes(season: SiteSeason): Probe[] {
  const rng = seededRng(season.seed, season.from, 'probes');
  const probes: Probe[] = [];
  for (let day = season.from; day <= season.to; day = addDays(day, 1)) {
    const visits = day < TWENTY_SINCE ? 4 : 20;
    const startMs = Date.parse(chinaInstant(day, '00:00'));
    for (let visit = 0; visit < visits; visit++) {
      const atMs = startMs + Math.floor(((visit + rng.next()) * DAY_MS) / visits);
      probes.push(probeAt(atMs, season, rng, probes.length + 1));
    }
  }
  return probes;
}

function probeAt(atMs: number, { homepage, down, ours }: SiteSeason, rng: Rng, count: number) {
  const at = new Date(atMs).toISOString();
  const isOurs = ours.some((span) => isWithin(atMs, span));
  const isDown = isOurs || down.some((span) => isWithin(atMs, span));
  const ms = Math.round(120 + 900 * rng.next() ** 3);
  const hasFailed = isDown || rng.chance(CHANCE_OF_FAILURE);
  const probe: Probe = {
    id: `p${String(count).padStart(6, '0')}`,
    due: at,
    at,
    tries: hasFailed ? 2 : 1,
    outcome: hasFailed ? failed : opened(ms),
    finalUrl: homepage,
    openMs: hasFailed ? TIMEOUT_MS : ms,
    firstByteMs: hasFailed ? null : Math.round(ms * 0.6),
    isBlocked: false,
    saysMissing: false,
    controls: { asked: 3, answered: isOurs ? 0 : 3 },
    isLost: isOurs,
  };
  return probe;
}

function isWithin(atMs: number, { fromMs, toMs }: Span): boolean {
  return fromMs <= atMs && atMs < toMs;
}

const failed: Outcome = {
  kind: 'failed',
  why: 'timeout',
  detail: 'no answer in time',
  ms: TIMEOUT_MS,
};

function opened(ms: number): Outcome {
  return {
    kind: 'answered',
    status: 200,
    contentType: 'text/html',
    bodyHash: HASH,
    bodyBytes: 0,
    truncated: false,
    insecure: false,
    ms,
  };
}
