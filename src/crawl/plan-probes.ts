import type { Instant } from '#base/civil-date.ts';
import { shortHash } from '#base/hash.ts';
import type { Probe, ProbePlan } from '#domain/availability.ts';

const DAY_MS = 86_400_000;
/** A visit falls into the middle of its part of the day: two are never closer than 0.4 of one. */
const JITTER_FROM = 0.2;
const JITTER_SHARE = 0.6;
/** A visit made up for keeps this share of a part of the day from its neighbours. */
const MAKE_UP_SHARE = 1 / 3;
/** A visit later than this share of a part was missed. */
const GRACE_SHARE = 1 / 4;

/** What planning needs to know of a visit that was kept. */
export type KeptProbe = Pick<Probe, 'due' | 'at' | 'isLost'>;

/**
 * The instants of one day of a plan (0: the first 24 hours), in order: the day in as many equal
 * parts as it has visits, one visit somewhere in the middle of each. Pure: chance comes from the
 * plan's seed and the site's key.
 */
export function plannedVisits(plan: ProbePlan, siteKey: string, day: number): Instant[] {
  const partMs = DAY_MS / plan.visitsPerDay;
  const dayMs = Date.parse(plan.startsAt) + day * DAY_MS;
  return Array.from({ length: plan.visitsPerDay }, (_, part) => {
    const share = JITTER_FROM + JITTER_SHARE * chance(`${plan.seed}|${siteKey}|${day}|${part}`);
    return instant(dayMs + (part + share) * partMs);
  });
}

/**
 * When a site is to be visited next, from the visits kept so far. For each that was lost another
 * is planned the same day, in the middle of the widest pause that is left, as long as that has
 * room for it. A function of the visits told, in order: a resumed series goes on as it would have.
 */
export class VisitPlanner {
  readonly #plan: ProbePlan;
  readonly #siteKey: string;
  #day = 0;
  /** What is left of the day, in order. */
  #open: Instant[];

  constructor(plan: ProbePlan, siteKey: string, kept: readonly KeptProbe[] = []) {
    this.#plan = plan;
    this.#siteKey = siteKey;
    this.#open = plannedVisits(plan, siteKey, 0);
    for (const one of kept) this.note(one);
  }

  /** The next visit; null when the series is complete. */
  get next(): Instant | null {
    return this.#open[0] ?? null;
  }

  /** Takes note of a visit that was kept. */
  note({ due, at, isLost }: KeptProbe): void {
    this.#open = this.#open.filter((one) => one !== due);
    const endMs = Date.parse(this.#plan.startsAt) + (this.#day + 1) * DAY_MS;
    const extra = isLost ? makeUp(this.#plan, at, this.#open, endMs) : null;
    if (extra !== null) this.#open = [...this.#open, extra].sort();
    while (this.#open.length === 0 && ++this.#day < this.#plan.days) {
      this.#open = plannedVisits(this.#plan, this.#siteKey, this.#day);
    }
  }
}

/** How late a visit may be made and still stand for its planned instant. Milliseconds. */
export function graceMs(plan: ProbePlan): number {
  return Math.floor((GRACE_SHARE * DAY_MS) / plan.visitsPerDay);
}

/** The middle of the widest pause from `at` to the end of the day; null when all are too short. */
function makeUp(
  plan: ProbePlan,
  at: Instant,
  open: readonly Instant[],
  endMs: number,
): Instant | null {
  const nowMs = Date.parse(at);
  const later = open.map((one) => Date.parse(one)).filter((ms) => ms > nowMs);
  const points = [nowMs, ...later, endMs];
  let [best, widest] = [0, 2 * MAKE_UP_SHARE * (DAY_MS / plan.visitsPerDay)];
  for (const [index, point] of points.entries()) {
    const pause = (points[index + 1] ?? point) - point;
    if (pause <= widest) continue;
    widest = pause;
    best = point + pause / 2;
  }
  return best === 0 ? null : instant(best);
}

/** From 0 up to, not including, 1. */
function chance(name: string): number {
  return Number.parseInt(shortHash(name, 8), 16) / 2 ** 32;
}

function instant(ms: number): Instant {
  return new Date(Math.floor(ms)).toISOString();
}
